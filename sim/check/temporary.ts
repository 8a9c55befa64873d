import { dateAfter, yearsBetween } from '../schema/calendar.ts';
import { LIMITS } from '../schema/common.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Intervention } from '../schema/intervention.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Change } from '../schema/shock.ts';
import { countPlaces } from './count-places.ts';

/** Half-lives after which less than a thousandth of a change is left, and it is over. */
const HALF_LIVES = 10;

/**
 * Checks that dated shocks and those that persons placed put no more numbers under temporary changes at one time than a run
 * remembers. How often a random shock strikes is known only during the run, which ends where it is too often.
 */
export function checkTemporary(
  { shocks, time }: Pick<Scenario, 'shocks' | 'time'>,
  placed: readonly Intervention[],
  names: IdIndex,
  at: Path,
  report: ReportFault,
): void {
  const steps: { when: number; count: number }[] = [];
  const add = (changes: readonly Change[], from: number): void => {
    for (const change of changes) {
      if (change.duration === null) continue;
      const count = countPlaces(change, names);
      // A change is in force for a tick at least.
      const lasts = Math.max(change.duration + HALF_LIVES * change.halfLife, 1 / time.ticksPerYear);
      steps.push({ when: from, count }, { when: from + lasts, count: -count });
    }
  };
  for (const shock of shocks) if (shock.at !== undefined) add(shock.changes, yearsBetween(time.start, shock.at));
  for (const one of placed) if (one.kind === 'shock') add(one.shock.changes, one.tick / time.ticksPerYear);
  // What ends at a moment has ended when something else begins.
  steps.sort((a, b) => a.when - b.when || a.count - b.count);
  let held = 0;
  let most = 0;
  let when = 0;
  for (const step of steps) {
    held += step.count;
    if (held <= most) continue;
    most = held;
    when = step.when;
  }
  if (most > LIMITS.temporary)
    report(
      at,
      `at ${dateAfter(time.start, when)} they hold ${most} numbers of the state under temporary changes, more than ${LIMITS.temporary} at once`,
    );
}
