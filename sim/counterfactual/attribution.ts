import { divergence } from '../history/digest-comparison.ts';
import { type ForkOptions, fork } from '../history/fork.ts';
import type { History } from '../history/history.ts';
import type { Recorder } from '../history/record.ts';
import { allianceRecordOf, type CandidateCause, candidateCauses, type EndedAlliance } from './candidate-causes.ts';

export interface AttributionRequest {
  alliance: string;
  /** Tick in which the alliance was founded. */
  founded: number;
  /** Which run: the current one, or the one so many forks back. */
  back?: number;
  /** Number of other random continuations in which each candidate cause is tested; 0: none. */
  continuations: number;
}

/**
 * Of so many continuations with other random numbers, in how many the alliance still stands some years after its end in the run.
 */
export interface Continuations {
  runs: number;
  /** With the candidate cause, and without it. */
  with: number;
  without: number;
}

export interface TestedCause extends CandidateCause {
  /** Tick in which the alliance ends without the candidate cause; null where it does not end. */
  ends: number | null;
  /** First tick that differs; null where none does. */
  first: number | null;
  continuations?: Continuations;
}

export interface Attribution extends Omit<EndedAlliance, 'causes'> {
  /** How much longer the alliance stands without each cause, the largest first. */
  findings: TestedCause[];
  /** Last tick to which continuations are run. */
  horizon: number;
}

/** Years after the end at which a continuation is checked for whether the alliance stands. */
export const YEARS_AFTER = 5;
const NO_EVENTS = { events: 0, keyframes: 2 };

/**
 * Leave-one-out attribution of an alliance's end. Removes each candidate cause in turn and runs again, first with the run’s own
 * random numbers, then with others. A generator, so that the caller can pause or stop it every few ticks.
 * @param request the alliance, by id and tick of founding, and the number of other random continuations for each candidate cause.
 * @param onProgress receives the number of runs done and their total.
 * @throws {RangeError} for an alliance that is not in the run, or has not ended.
 */
export function* attribute(
  history: History,
  { alliance, founded, continuations }: AttributionRequest,
  onProgress?: (progress: { tick: number; ticks: number }) => void,
): Generator<undefined, Attribution> {
  const { causes: listed, ...found } = candidateCauses(history, alliance, founded);
  const { ticksPerYear } = history.model.scenario.time;
  const horizon = Math.min(history.ticks, found.ended + 1 + YEARS_AFTER * ticksPerYear);
  const ticks = listed.length * (1 + 2 * continuations);
  let tick = 0;
  /** Runs until the alliance has ended or the run is over; returns the tick of its end. */
  function* fate(recorder: Recorder): Generator<undefined, number | null> {
    for (let more = true; more; ) {
      more = recorder.advance(8);
      const record = allianceRecordOf(recorder.history, alliance, founded);
      // Before the fork the alliance may not be founded yet.
      if (record && record.ended !== null) more = false;
      yield;
    }
    onProgress?.({ tick: ++tick, ticks });
    return allianceRecordOf(recorder.history, alliance, founded)?.ended ?? null;
  }
  const remedied = ({ at, remedy, without }: CandidateCause, options: ForkOptions = {}): Recorder =>
    fork(history, at, remedy, { ...options, without, caps: NO_EVENTS });

  const findings: TestedCause[] = [];
  for (const cause of listed) {
    const recorder = remedied(cause);
    const ends = yield* fate(recorder);
    const first = differs(history, recorder.history);
    findings.push({
      ...cause,
      ends,
      first,
      ...(continuations > 0 && { continuations: yield* continuationsOf(cause) }),
    });
  }
  findings.sort((a, b) => (b.ends ?? Infinity) - (a.ends ?? Infinity) || b.tick - a.tick);
  return { ...found, findings, horizon };

  /** The random numbers differ from the tick after the event on, so that the compared runs differ in the event alone. */
  function* continuationsOf(cause: CandidateCause): Generator<undefined, Continuations> {
    const after = cause.tick + 1;
    const other = remedied(cause, { ticks: after });
    other.advance(Infinity);
    const random: Continuations = { runs: continuations, with: 0, without: 0 };
    for (let k = 1; k <= continuations; k++) {
      const options: ForkOptions = {
        continuationSeed: `${history.seed} / ${k}`,
        ticks: Math.max(after, horizon),
        caps: NO_EVENTS,
      };
      if ((yield* fate(fork(history, after, [], options))) === null) random.with++;
      if ((yield* fate(fork(other.history, after, [], options))) === null) random.without++;
    }
    return random;
  }
}

/** First tick that differs among those that both runs have; the branch may have been stopped early. */
function differs(history: History, branch: History): number | null {
  const tick = divergence(history, branch);
  return tick !== null && tick < Math.min(history.ticks, branch.ticks) ? tick : null;
}
