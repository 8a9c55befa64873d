import { render } from 'preact';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { hasStoryline } from '../save/menu.tsx';
import type { VectorPicture } from '../save/picture/marks.ts';
import { stagePicture } from '../save/picture/save.ts';
import { storylinePicture, WIDTHS } from '../save/picture/storyline.tsx';
import { svgOf } from '../save/picture/svg.ts';
import { REPLAY } from '../shell/screens.ts';
import type { State } from '../store/state.ts';
import './print.css';
import { PrintSheet } from './sheet.tsx';

/** Longer addresses nobody types from paper. */
const TYPED = 160;

/** Prints the run on show as a sheet. */
export async function printSheet(state: State, run: RunView): Promise<void> {
  layOut(state, run);
  window.print();
}

/** Whatever way a person prints, the replay is printed as a sheet. */
export function printAsSheet(state: State): () => void {
  const before = (): void => {
    const run = state.run.peek();
    if (run && state.screen.peek() === REPLAY) layOut(state, run);
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
function layOut(state: State, run: RunView): void {
  clear();
  const sheet = document.createElement('div');
  sheet.id = 'sheet';
  const { href, protocol } = location;
  const { picture, says } = inDaylight(() => pictureOf(state, run));
  render(
    <PrintSheet
      run={run}
      written={run.written.scenario}
      tick={state.tick.peek()}
      picture={picture && drawn(picture, run)}
      says={says}
      link={protocol !== 'file:' && href.length <= TYPED ? href : ''}
    />,
    sheet,
  );
  document.body.append(sheet);
}

function pictureOf(state: State, run: RunView): { picture: VectorPicture | undefined; says: string } {
  const date = dateLabel(run.clock, state.tick.peek());
  if (!run.chart && hasStoryline(run))
    return { picture: storylinePicture(state, run, WIDTHS.paper), says: t('print.storyline', { date }) };
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
