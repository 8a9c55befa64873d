import type { Model } from '../model/model.ts';
import type { World } from '../world/state.ts';
import { pairIn, recordedTreaties } from './recorded-treaties.ts';
import { BY_ARMS } from './standing.ts';

// Which pairs of actors were allied in which year: the record of it, and how far a run differs from that.

/** The record of all pairs at the end of each year of a run. */
export interface PairYears {
  /** For each pair (i < j) of each year, in that order: 1 allied, 0 not, −1 where the record does not say. */
  allied: Int8Array;
  /** How many are recorded either way. */
  cases: number;
}

const recorded = new WeakMap<Model, PairYears>();

/** Read off the scenario once a model: a thousand runs of it ask the same. */
export function pairYearsOf(model: Model): PairYears {
  const found = recorded.get(model) ?? read(model);
  recorded.set(model, found);
  return found;
}

const CODES = { in: 1, out: 0, silent: -1 } as const;

function read(model: Model): PairYears {
  const { time, actors, history } = model.scenario;
  const n = actors.length;
  const years = speaksOfAlliances(history) ? Math.floor(time.ticks / time.ticksPerYear) : 0;
  const allied = new Int8Array((years * n * (n - 1)) / 2);
  const treaties = recordedTreaties(model);
  let at = 0;
  for (let year = 0; year < years; year++) {
    const tick = lastTickOf(year, time.ticksPerYear);
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) allied[at++] = CODES[pairIn(treaties, actors[i]!.id, actors[j]!.id, tick)];
  }
  return { allied, cases: allied.reduce((count, code) => count + (code < 0 ? 0 : 1), 0) };
}

/** A record of wars or metrics alone says nothing of who was allied. */
const speaksOfAlliances = ({ facts }: Model['scenario']['history']): boolean =>
  facts.some(({ kind }) => kind === 'allied' || kind === 'member' || kind === 'left');

const lastTickOf = (year: number, ticksPerYear: number): number => (year + 1) * ticksPerYear - 1;

/**
 * Compares a run with the record, year by year. Pass it the world after every tick.
 * `brier` is then the mean of (p − o)² over the pair-years of the record, p and o being 1 where run and record have the pair allied,
 * else 0: the share in which they differ. NaN where the record has none.
 */
export function watchPairYears(model: Model): { observe(world: World): void; brier(): number } {
  const { allied, cases } = pairYearsOf(model);
  const { ticksPerYear } = model.scenario.time;
  let differing = 0;
  return {
    observe({ tick, shape: { actors: n }, derived: { bonds } }) {
      if (tick % ticksPerYear !== 0) return;
      let at = ((tick / ticksPerYear - 1) * n * (n - 1)) / 2;
      if (at >= allied.length) return;
      for (let i = 0; i < n; i++)
        for (let j = i + 1; j < n; j++) {
          const code = allied[at++]!;
          const bound = (bonds[i * n + j]! & BY_ARMS) !== 0 ? 1 : 0;
          if (code >= 0 && code !== bound) differing++;
        }
    },
    brier: () => (cases > 0 ? differing / cases : Number.NaN),
  };
}
