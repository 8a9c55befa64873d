import { version } from '../../../package.json';
import { t } from '../../i18n/index.ts';
import type { RunView } from '../../run-view/run-view.ts';
import { dateLabel } from '../../run-view/time.ts';
import { addressWith, writeAddress } from '../../share/address.ts';
import { isPlain, type Linked } from '../../share/linked.ts';
import { linkOf } from '../../share/links.ts';
import type { PlaybackSlice } from '../../store/playback.ts';
import { captioned } from './caption.ts';
import { colourOf } from './colour.ts';
import type { VectorPicture } from './marks.ts';
import { pngOf } from './png.ts';
import { readPicture } from './read.ts';
import { storylinePicture } from './storyline.tsx';
import { svgOf } from './svg.ts';

/** What is on the stage, whatever view that is; undefined where it is hidden, or shows a table. */
export const stagePicture = (): VectorPicture | undefined => {
  const stage = document.querySelector('.stage');
  return stage?.checkVisibility() ? readPicture(stage) : undefined;
};

/** The picture with its caption as a file of that kind. */
export async function pictureFile(
  slices: Linked,
  run: RunView,
  which: 'stage' | 'storyline',
  kind: 'png' | 'svg',
): Promise<{ content: string | Blob; type: string }> {
  const picture = which === 'stage' ? stagePicture() : storylinePicture(slices, run);
  if (!picture) throw new Error(t('save.noPicture'));
  const link = await addressOf(slices, run);
  const { title } = run.scenario;
  const lines = captionOf(slices.playback, run, link.isShort ? link.address : undefined);
  const whole = captioned(picture, { title, lines }, settingOf());
  if (kind === 'png') return { content: await pngOf(whole), type: 'image/png' };
  return { content: svgOf(whole, { title, says: [...lines, link.address].join('\n') }), type: 'image/svg+xml' };
}

/** Which run, and which moment of it. */
export const captionOf = ({ tick }: PlaybackSlice, run: RunView, link?: string): string[] => {
  const { replay, clock, timeless } = run;
  const { seed, digest } = replay;
  const date = timeless ? '' : dateLabel(clock, tick.peek());
  return [
    timeless ? t('save.captionTimeless', { seed, digest }) : t('save.caption', { date, seed, digest }),
    link ? t('save.madeAt', { version, link }) : t('save.made', { version }),
  ];
};

/** The address of this moment, where the page has one that others can open; a plain one is short enough to be printed. */
export async function addressOf(slices: Linked, run: RunView): Promise<{ address: string; isShort: boolean }> {
  if (location.protocol === 'file:') return { address: '', isShort: false };
  const { scenario, seed } = slices.run;
  const plain = { scenario: scenario.peek(), seed: seed.peek(), tick: slices.playback.tick.peek() };
  const hash = isPlain(slices.run) ? writeAddress(plain) : await linkOf(slices, run).catch(() => '');
  return { address: hash && addressWith(hash), isShort: hash !== '' && isPlain(slices.run) };
}

/** Inks and letters of the page. */
function settingOf() {
  const style = getComputedStyle(document.documentElement);
  const ink = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: ink('--ink') || colourOf(style.color).hex,
    quiet: ink('--quiet') || colourOf(style.color).hex,
    serif: ink('--serif') || 'serif',
    sans: ink('--sans') || 'sans-serif',
  };
}
