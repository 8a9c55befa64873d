import { render } from 'preact';
import { t } from '../i18n/index.ts';
import { hasStoryline } from '../run-view/has-storyline.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import type { VectorPicture } from '../save/picture/marks.ts';
import { stagePicture } from '../save/picture/save.ts';
import { type Pictured, storylinePicture, WIDTHS } from '../save/picture/storyline.tsx';
import { svgOf } from '../save/picture/svg.ts';
import type { PanelsSlice } from '../store/panels.ts';
import type { RunSlice } from '../store/run.ts';
import './print.css';
import { PrintSheet } from './sheet.tsx';

export interface Printing extends Pictured {
  run: RunSlice;
  panels: PanelsSlice;
}

/** Longer addresses nobody types from paper. */
const TYPED = 160;

/** Prints the run on show as a sheet. */
export function printSheet(slices: Pictured, run: RunView): void {
  layOut(slices, run);
  window.print();
}

/** Whatever way a person prints, the replay is printed as a sheet. */
export function printAsSheet(slices: Printing): () => void {
  const before = (): void => {
    const run = slices.run.shown.peek();
    if (run && slices.panels.screen.peek() === 'replay') layOut(slices, run);
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
function layOut(slices: Pictured, run: RunView): void {
  clear();
  const sheet = document.createElement('div');
  sheet.id = 'sheet';
  const { href, protocol } = location;
  const { picture, says } = inDaylight(() => pictureOf(slices, run));
  render(
    <PrintSheet
      run={run}
      written={run.written.scenario}
      tick={slices.playback.tick.peek()}
      picture={picture && drawn(picture, run)}
      says={says}
      link={protocol !== 'file:' && href.length <= TYPED ? href : ''}
    />,
    sheet,
  );
  document.body.append(sheet);
}

function pictureOf(slices: Pictured, run: RunView): { picture: VectorPicture | undefined; says: string } {
  const date = dateLabel(run.clock, slices.playback.tick.peek());
  if (!run.chart && hasStoryline(run))
    return { picture: storylinePicture(slices, run, WIDTHS.paper), says: t('print.storyline', { date }) };
  return { picture: stagePicture(), says: run.timeless ? t('print.stageTimeless') : t('print.stage', { date }) };
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

function drawn(picture: VectorPicture, { scenario }: RunView): SVGSVGElement {
  const text = svgOf({ ...picture, paper: '#ffffff' }, { title: scenario.title, says: '' });
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  root.removeAttribute('width');
  root.removeAttribute('height');
  return document.importNode(root, true) as unknown as SVGSVGElement;
}
