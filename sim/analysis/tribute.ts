import { z } from 'zod';
import { stream } from '../exact/random.ts';
import { countOf } from '../history/chronicle.ts';
import type { History } from '../history/history.ts';
import { seek } from '../history/seek.ts';
import { spearman } from '../measures/spearman.ts';
import type { TributeParams } from '../mechanisms/crisis/tribute/params.ts';
import { tenths } from '../mechanisms/crisis/tribute/ring.ts';
import { endow, tributeModel } from '../mechanisms/crisis/tribute-model.ts';
import type { World } from '../world/state.ts';
import { analysis } from './analysis.ts';

/** Results of a run of Axelrod’s tribute model. */
export const tributeAnalysis = analysis({
  name: 'tribute',
  cites: ['Axelrod 1995'],
  params: z.strictObject({}),
  keys: {
    totalWealth: 'wealth of all actors together at the end',
    meanWealth: 'mean wealth of an actor at the end',
    wealth: 'wealth of each actor at the end, in actor order',
    initialWealth:
      'wealth that each actor was given at the start, before anything that somebody placed, in actor order',
    initialTotal: 'sum of the initial wealth',
    harvested: 'harvest × actors × years: all that came in',
    destroyed:
      'initialTotal + harvested − totalWealth: what the fights destroyed, where nobody changed a stock from outside',
    fights: 'fights in the whole run',
    payments: 'payments of tribute in the whole run',
    meanCommitment: 'mean commitment of one actor to another at the end, from 0 to 1',
    committedPairs: 'pairs of actors with any commitment to each other at the end',
    fullPairs: 'pairs of actors that are fully committed to each other at the end',
    persistence:
      'rank correlation of initial and final wealth, from −1 to 1; 0 with fewer than three actors or where all have the same',
  },
  of(history) {
    const end = seek(history, history.ticks);
    const wealth = wealthOf(end);
    const initial = history.ticks > 0 ? initialWealth(history) : wealth;
    const initialTotal = sum(initial);
    const totalWealth = sum(wealth);
    const harvested = (paramsOf(history)?.harvest ?? 0) * wealth.length * history.ticks;
    return {
      totalWealth,
      meanWealth: totalWealth / wealth.length,
      wealth,
      initialWealth: initial,
      initialTotal,
      harvested,
      destroyed: initialTotal + harvested - totalWealth,
      fights: countOf(history.chronicle, 'fought'),
      payments: countOf(history.chronicle, 'tribute'),
      ...commitments(end),
      persistence: wealth.length < 3 ? 0 : spearman(initial, wealth),
    };
  },
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const paramsOf = ({ model }: History): TributeParams | undefined =>
  model.mechanisms.find(({ mechanism }) => mechanism.name === tributeModel.name)?.params as TributeParams | undefined;

const wealthOf = ({ shape, columns: { resources } }: World): number[] =>
  Array.from({ length: shape.actors }, (_, i) => resources[i * shape.resources]!);

/** Repeats the random draws of the first tick. */
function initialWealth(history: History): number[] {
  const wealth = Float64Array.from(wealthOf(seek(history, 0)));
  endow(wealth, paramsOf(history)?.spread ?? 0, stream(history.seed, tributeModel.name, 0));
  return [...wealth];
}

function commitments({ shape: { actors: n }, columns: { relational } }: World) {
  let all = 0;
  let committedPairs = 0;
  let fullPairs = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const there = tenths(relational[i * n + j]!);
      const back = tenths(relational[j * n + i]!);
      all += there + back;
      if (there > 0 && back > 0) committedPairs++;
      if (there === 10 && back === 10) fullPairs++;
    }
  }
  return { meanCommitment: n > 1 ? all / (10 * n * (n - 1)) : 0, committedPairs, fullPairs };
}
