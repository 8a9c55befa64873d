import { compile } from '../exact/formula.ts';
import { happened } from '../facts/facts.ts';
import type { History } from '../history/history.ts';
import { METRIC_NAMES, summarise } from '../results/summary.ts';

/** What became of a prediction. */
export interface PredictionOutcome {
  id: string;
  cameTrue: boolean;
}

/** Answers the predictions of the scenario's classroom by a run. A formula that has no value there, as 0/0, did not come true. */
export function predictionOutcomes(history: History): PredictionOutcome[] {
  const { classroom, history: recorded } = history.model.scenario;
  // No question asks for an analysis, which may take long.
  const { metrics } = summarise(history, {});
  const slots = Float64Array.from(METRIC_NAMES, (name) => metrics[name]!);
  return (classroom?.predictions ?? []).map(({ id, fact, formula }) => {
    const meant = recorded.facts.find((one) => one.id === fact);
    const value =
      formula === undefined ? Number(meant && happened(meant, history)) : compile(formula, METRIC_NAMES)(slots);
    return { id, cameTrue: value !== 0 && !Number.isNaN(value) };
  });
}
