import { divergence } from '../history/digests.ts';
import { type ForkOptions, fork } from '../history/fork.ts';
import type { History } from '../history/history.ts';
import type { Recorder } from '../history/record.ts';
import { allianceRecordOf, type CandidateCause, candidateCauses, type EndedAlliance } from './candidate-causes.ts';

export interface AttributionRequest {
  alliance: string;
  /** Tick of its founding. */
  founded: number;
  /** Of the run so many forks back. */
  back?: number;
  /** Other continuations that each suspect is tried in; 0: none. */
  continuations: number;
}

/** Of so many continuations with other luck, in how many the alliance stands some years after it ended in the run. */
export interface Continuations {
  runs: number;
  /** Where what is suspected happened, and where it did not. */
  with: number;
  without: number;
}

export interface TestedCause extends CandidateCause {
  /** Tick in which the alliance ends without what is suspected; null where it does not. */
  ends: number | null;
  /** First tick that goes another way; null where nothing does. */
  first: number | null;
  continuations?: Continuations;
}

export interface Attribution extends Omit<EndedAlliance, 'causes'> {
  /** By how much longer the alliance stands without each, the most first. */
  findings: TestedCause[];
  /** The tick up to which continuations are followed. */
  horizon: number;
}

/** Years after the end at which continuations are asked whether the alliance stands. */
export const YEARS_AFTER = 5;
const NO_EVENTS = { events: 0, keyframes: 2 };

/**
 * Takes away each suspect in turn and runs again, by the run’s own luck and then by others’. Work to be taken on step by step:
 * whoever drives it may breathe, or give it up, after every few ticks.
 * @param onProgress is told the runs made, of so many.
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
  /** Runs on until the alliance has ended or the run has, and says when it did. */
  function* fate(recorder: Recorder): Generator<undefined, number | null> {
    for (let more = true; more; ) {
      more = recorder.advance(8);
      const record = allianceRecordOf(recorder.history, alliance, founded);
      // Before the fork it may be that it is not founded yet.
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

  /** Luck is another from the tick after the event on: what is compared is the same but for the event. */
  function* continuationsOf(cause: CandidateCause): Generator<undefined, Continuations> {
    const after = cause.tick + 1;
    const other = remedied(cause, { ticks: after });
    other.advance(Infinity);
    const random: Continuations = { runs: continuations, with: 0, without: 0 };
    for (let k = 1; k <= continuations; k++) {
      const options = { counted: `${history.seed} / ${k}`, ticks: Math.max(after, horizon), caps: NO_EVENTS };
      if ((yield* fate(fork(history, after, [], options))) === null) random.with++;
      if ((yield* fate(fork(other.history, after, [], options))) === null) random.without++;
    }
    return random;
  }
}

/** First tick that differs of those that both have; the branch may have been given up early. */
function differs(history: History, branch: History): number | null {
  const tick = divergence(history, branch);
  return tick !== null && tick < Math.min(history.ticks, branch.ticks) ? tick : null;
}
