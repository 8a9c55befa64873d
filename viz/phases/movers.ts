import type { PhaseStep } from '../../sim/results/phases.ts';
import { isKey, numeral, t } from '../i18n/index.ts';
import { textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { minus } from '../run-view/words.ts';

/** Significant figures of the larger value: three, or as many more as it takes to tell the two apart. */
const FEWEST = 3;
const MOST = 6;
/** Decimals that a page can write. */
const FINEST = 20;

/** Two values as texts of the same decimals that differ, or undefined where six figures do not tell them apart. */
export function apart(before: number, after: number): [string, string] | undefined {
  const isCount = Number.isInteger(before) && Number.isInteger(after);
  const size = Math.floor(Math.log10(Math.max(Math.abs(before), Math.abs(after)) || 1));
  for (let digits = FEWEST; digits <= MOST; digits++) {
    const decimals = isCount ? 0 : Math.max(0, Math.min(FINEST, digits - 1 - size));
    const { format } = numeral({ minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    const pair: [string, string] = [minus(format(before)), minus(format(after))];
    if (pair[0] !== pair[1]) return pair;
  }
  return undefined;
}

/** What a phase moved, in words: a figure of the world, or of the actor that it moved most. */
export interface FigureMove {
  label: string;
  before: string;
  after: string;
}

function moveOf(label: string, before: number, after: number): FigureMove[] {
  const pair = apart(before, after);
  return pair ? [{ label, before: pair[0], after: pair[1] }] : [];
}

const named = (area: string, name: string): string => {
  const key = `phases.${area}-${name}`;
  return isKey(key) ? t(key) : name;
};

export const movesOf = ({ figures }: PhaseStep): FigureMove[] =>
  figures.flatMap(({ name, before, after }) => moveOf(named('figure', name), before, after));

export const moversOf = ({ movers }: PhaseStep, run: RunView): FigureMove[] =>
  movers.flatMap(({ figure, actor, before, after }) =>
    moveOf(t('phases.mover', { actor: run.actorName(actor), figure: named('of', figure) }), before, after),
  );

export const phaseName = (phase: string): string => named('name', phase);
export const phaseAfter = (phase: string): string => named('after', phase);
export const phaseDoes = (phase: string): string => named('does', phase);

/** Events read out at most. */
const HEARD = 3;

/** A phase in one breath, for who listens: where one is, what moved, what happened. */
export function spokenPhase(run: RunView, step: PhaseStep, order: readonly string[]): string {
  const place = t('phases.place', { number: order.indexOf(step.phase) + 1, count: order.length });
  const moves = movesOf(step).map((move) => t('phases.spoken', { ...move }));
  const events = step.events.slice(0, HEARD).map((event) => textOf(sentence(event, run)));
  return [`${phaseAfter(step.phase)}, ${place}`, ...moves, ...events].join('. ');
}
