import { render } from 'preact';
import { t } from '../i18n/index.ts';
import type { Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { hasStoryline } from '../save/menu.tsx';
import type { Picture } from '../save/picture/marks.ts';
import { stagePicture } from '../save/picture/save.ts';
import { storylinePicture, WIDTHS } from '../save/picture/storyline.tsx';
import { svgOf } from '../save/picture/svg.ts';
import { REPLAY } from '../shell/screens.ts';
import type { State } from '../store/state.ts';
import './print.css';
import { Sheet } from './sheet.tsx';

/** Longer addresses nobody types from paper. */
const TYPED = 160;

/** Prints the run on show as a sheet. */
export async function printSheet(state: State, story: Story): Promise<void> {
  layOut(state, story);
  window.print();
}

/** Whatever way a person prints, the replay is printed as a sheet. */
export function printAsSheet(state: State): () => void {
  const before = (): void => {
    const story = state.story.peek();
    if (story && state.screen.peek() === REPLAY) layOut(state, story);
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', clear);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', clear);
  };
}

function clear(): void {
  const sheet = document.getElementById('sheet');
  if (!sheet) return;
  render(null, sheet);
  sheet.remove();
}

/** Puts the sheet beside the page, seen on paper only. All at once, since a browser that prints waits for nothing. */
function layOut(state: State, story: Story): void {
  clear();
  const sheet = document.createElement('div');
  sheet.id = 'sheet';
  const { href, protocol } = location;
  const { picture, says } = inDaylight(() => pictureOf(state, story));
  render(
    <Sheet
      story={story}
      scenario={story.written.setting}
      tick={state.tick.peek()}
      picture={picture && drawn(picture, story)}
      says={says}
      link={protocol !== 'file:' && href.length <= TYPED ? href : ''}
    />,
    sheet,
  );
  document.body.append(sheet);
}

function pictureOf(state: State, story: Story): { picture: Picture | undefined; says: string } {
  const date = dateLabel(story.clock, state.tick.peek());
  if (!story.chart && hasStoryline(story))
    return { picture: storylinePicture(state, story, WIDTHS.paper), says: t('print.storyline', { date }) };
  return { picture: stagePicture(), says: story.timeless ? t('print.stageTimeless') : t('print.stage', { date }) };
}

/** Paper is light, whatever the screen is. */
function inDaylight<T>(work: () => T): T {
  const { dataset } = document.documentElement;
  const worn = dataset.theme;
  dataset.theme = 'light';
  try {
    return work();
  } finally {
    if (worn === undefined) delete dataset.theme;
    else dataset.theme = worn;
  }
}

function drawn(picture: Picture, { setting }: Story): SVGSVGElement {
  const text = svgOf({ ...picture, paper: '#ffffff' }, { title: setting.title, says: '' });
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  root.removeAttribute('width');
  root.removeAttribute('height');
  return document.importNode(root, true) as unknown as SVGSVGElement;
}
