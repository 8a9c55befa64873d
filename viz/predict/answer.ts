import type { RunView } from '../run-view/run-view.ts';
import type { RunSlice } from '../store/run.ts';
import type { Prediction } from './predict-state.ts';
import {
  changeOf,
  figureOf,
  type PredictionChoice,
  type PredictionQuestion,
  type SettledQuestion,
} from './predictions.ts';

/** Tries a turned lever out beside the run on show. */
export async function trySettling(
  { openSecondSession, given }: RunSlice,
  run: RunView,
  { control, to }: SettledQuestion,
): Promise<Prediction['tried']> {
  const engine = openSecondSession();
  const { seed, interventions } = run.replay;
  const scenario = await engine.withParameters(run.written.scenario, { [control.key]: to });
  const replay = await engine.run({ scenario, seed, interventions, ticks: given.peek()?.ticks });
  const [before, after] = [figureOf(run), figureOf({ replay })];
  if (!before || after?.key !== before.key) throw new Error('the figure is gone');
  return { before: before.value, after: after.value };
}

/** The right answer, once it is known. */
export function answerOf(
  asked: PredictionQuestion | SettledQuestion,
  { tried }: Prediction,
): PredictionChoice | undefined {
  if (asked.kind !== 'lever') return asked.answer;
  return tried && changeOf(tried.before, tried.after);
}
