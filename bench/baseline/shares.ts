import { advanceObserved } from '../../sim/experiment/observed-run.ts';
import { firstSeeds } from '../../sim/experiment/seeds.ts';
import { record } from '../../sim/history/record.ts';
import type { Model } from '../../sim/model/model.ts';
import type { Spells } from '../../sim/schema/history.ts';
import { ALLIED, PARTNER_BIT, SECURITY_BIT } from '../../sim/schema/treaty.ts';
import type { World } from '../../sim/world/state.ts';

/** How often each pair was allied in each year of the record, in the runs of one engine. */
export interface Baseline {
  scenario: string;
  scenarioHash: string;
  engine: string;
  /** The runs have the seeds 1 to this. */
  seeds: number;
  /** Calendar years, in order: those of the record that a run covers whole. */
  years: number[];
  /** By pair, `A|B` in the scenario’s order: for each year the share of runs, to three decimals; null where it is not scored. */
  shares: Record<string, (number | null)[]>;
}

/** Dates are sums of decimals: one this close before a year belongs to it. */
const CLOSE = 1e-9;

/** A treaty without obligations binds nobody. */
const ANY = 0xff & ~PARTNER_BIT;

/** A pair is allied in a year if it is in any tick of it. */
export function sharesOf(model: Model, spells: Spells, seeds: number): Pick<Baseline, 'years' | 'shares'> {
  const { time, actors } = model.scenario;
  const { complete, omit = [], measure } = spells;
  const counted = measure === 'any' ? ANY : ALLIED | SECURITY_BIT;
  const yearOf = (tick: number): number => Math.floor(model.yearOf(tick) + CLOSE);
  // The run has every tick of the years before the one that its end lies in; there is no year 0.
  const [first, end] = [yearOf(0), yearOf(time.ticks)];
  const years = Array.from({ length: end - first }, (_, k) => first + k).filter(
    (year) => year !== 0 && year >= complete.from && year <= complete.to,
  );
  const placeOf = new Map(years.map((year, y) => [year, y]));
  const n = actors.length;
  const times = new Float64Array(years.length * n * n);
  for (const seed of firstSeeds(seeds)) {
    const bound = new Uint8Array(times.length);
    const recorder = record(model, seed, [], { digests: false, caps: { keyframes: 2 } });
    const observe = ({ tick, derived: { bonds } }: World): void => {
      const y = placeOf.get(yearOf(tick - 1));
      if (y === undefined) return;
      for (let k = 0; k < n * n; k++) if ((bonds[k]! & counted) !== 0) bound[y * n * n + k] = 1;
    };
    advanceObserved(recorder, { observers: [observe] }, time.ticks);
    for (let k = 0; k < times.length; k++) times[k]! += bound[k]!;
  }
  const shares: Baseline['shares'] = {};
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const [a, b] = [actors[i]!.id, actors[j]!.id];
      const isLeftOut = (year: number): boolean =>
        omit.some(({ who, from, to }) => who.includes(a) && who.includes(b) && year >= from && year <= to);
      shares[`${a}|${b}`] = years.map((year, y) =>
        isLeftOut(year) ? null : Math.round((1000 * times[(y * n + i) * n + j]!) / seeds) / 1000,
      );
    }
  return { years, shares };
}
