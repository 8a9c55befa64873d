import { check, checkPlaced } from '../sim/check.ts';
import { load } from '../sim/load.ts';
import { record } from '../sim/record.ts';
import { extractor } from './extract.ts';
import { accepted } from './prepare.ts';

/** Runs of one scenario with different seeds, and the figures wanted of each, by the names of `extract.ts`. */
export interface Job {
  scenario: unknown;
  seeds: readonly string[];
  interventions?: unknown;
  extract: readonly string[];
}

/**
 * Runs a job in this thread.
 * @returns the figures, seed-major: figure f of seed s at s · extract.length + f.
 * @throws {Error} `path: sentence` for the first thing wrong with it.
 */
export function trials({ scenario: draft, seeds, interventions = [], extract }: Job): Float64Array {
  const scenario = accepted(check(draft));
  const placed = accepted(checkPlaced(interventions, scenario, scenario.time.ticks, ['interventions']));
  const model = load(scenario);
  const figures = new Float64Array(seeds.length * extract.length);
  seeds.forEach((seed, s) => {
    // Nobody seeks in these histories: the least keyframes will do.
    const recorder = record(model, seed, placed, { caps: { keyframes: 2 } });
    const { history, world } = recorder;
    const wanted = extract.map((name) => extractor(name, model));
    const looks = wanted.flatMap(({ look }) => (look ? [look] : []));
    if (looks.length === 0) recorder.advance(Infinity);
    for (let more = true; more; ) {
      more = recorder.advance(1);
      for (const look of looks) look(world);
    }
    wanted.forEach(({ result }, f) => {
      figures[s * extract.length + f] = result(history, world);
    });
  });
  return figures;
}
