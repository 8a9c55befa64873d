import { HUES } from '../run-view/badges.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { Size } from '../ui/measure.ts';
import type { NetworkScene } from './marks.ts';

export interface Hue {
  fill: string;
  edge: string;
  dash: number[];
}

/** The colours of the page as a canvas needs them. */
export interface Palette {
  paper: string;
  leaf: string;
  ink: string;
  rule: string;
  rubric: string;
  war: string;
  font: string;
  /** By number; the last is grey. */
  hues: readonly Hue[];
}

/** Reads the colours that the element's theme has now. The classes of the hues are asked of an element of their own. */
export function readPalette(element: Element): Palette {
  const own = getComputedStyle(element);
  const read = (name: string): string => own.getPropertyValue(name).trim();
  const probe = document.createElement('i');
  probe.hidden = true;
  element.append(probe);
  const hues = Array.from({ length: HUES + 1 }, (_, k): Hue => {
    probe.className = k < HUES ? `hue-${k}` : 'hue-grey';
    const style = getComputedStyle(probe);
    const dash = style.getPropertyValue('--dash').trim().split(/\s+/).map(Number);
    return {
      fill: style.getPropertyValue('--fill').trim(),
      edge: style.getPropertyValue('--edge').trim(),
      dash: dash.every(Number.isFinite) ? dash : [],
    };
  });
  probe.remove();
  return {
    paper: read('--paper'),
    leaf: read('--leaf'),
    ink: read('--ink'),
    rule: read('--rule'),
    rubric: read('--rubric'),
    war: read('--hue-5-edge'),
    font: own.fontFamily,
    hues,
  };
}

/** All that is to be painted. */
export interface NetworkPicture extends Size {
  run: RunView;
  scene: NetworkScene;
  palette: Palette;
  /** Actor that is pointed at. */
  pointed: number | undefined;
  ground: { land: Path2D; grid: Path2D } | undefined;
  /** Pixels of the screen to one of the page. */
  ratio: number;
}

export const hueOf = ({ run, palette }: NetworkPicture, alliance: number): Hue =>
  palette.hues[hueIndex(run, alliance)]!;

export const hueIndex = (run: RunView, alliance: number): number => {
  const { hue } = run.alliances[alliance]!;
  return hue < 0 ? HUES : hue;
};
