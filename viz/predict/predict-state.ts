import { type Signal, signal } from '@preact/signals';
import type { ParameterControl } from '../../sim/experiment/parameter-controls.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { RunSlice } from '../store/run.ts';
import { slice } from '../store/slice.ts';
import {
  figureOf,
  type PredictionChoice,
  type PredictionQuestion,
  questionsOf,
  type SettledQuestion,
  settledQuestionOf,
  trendOf,
} from './predictions.ts';

/** What a person expects of a run, and what was found. */
export interface Prediction {
  kind: PredictionQuestion['kind'] | SettledQuestion['kind'];
  choice: PredictionChoice;
  revealed: boolean;
  /** Of a lever that was tried out: the figure as it is, and as it then was. */
  tried?: { before: number; after: number };
}

/** What a person was asked and said about runs before they were seen. */
export interface PredictionsSlice {
  predictionOf(run: RunView): Prediction | undefined;
  put(run: RunView, prediction: Prediction): void;
  /** Scenarios whose offer was turned down. */
  declined: Signal<ReadonlySet<string>>;
  /** The dialog that is open. */
  open: Signal<'questions' | 'predict' | undefined>;
}

export const [PredictionsProvider, usePredictions] = slice<PredictionsSlice>();

const KEY = 'foedus-predictions';
const KINDS = ['stands', 'leaves', 'count', 'lever', 'trend'];

/** What was predicted in this session, by run. It outlives a reload where the browser lets it. */
function recalled(): ReadonlyMap<string, Prediction> {
  try {
    const found = Object.entries(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, Prediction>);
    return new Map(found.filter(([, one]) => KINDS.includes(one?.kind) && typeof one.choice === 'string'));
  } catch {
    return new Map();
  }
}

export const predictionKey = ({ scenario, replay }: RunView): string => `${scenario.id} ${replay.digest}`;

/** Whoever comes by a link to a moment was sent to look at that, not to be asked. */
const isSent = typeof location !== 'undefined' && /[#&]t=\d/.test(location.hash);

export function createPredictions(): PredictionsSlice {
  const made = signal(recalled());
  const put = (run: RunView, prediction: Prediction): void => {
    made.value = new Map(made.peek()).set(predictionKey(run), prediction);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(made.peek())));
    } catch {
      // then until the page is left
    }
  };
  return {
    put,
    declined: signal<ReadonlySet<string>>(new Set()),
    open: signal<'questions' | 'predict' | undefined>(undefined),
    predictionOf: (run) => made.value.get(predictionKey(run)),
  };
}

/**
 * Whether the end of the run is to be kept from the eye: it is asked about, or was predicted and has not come yet; of a model
 * that runs through time, as long as nobody has answered or waved the question away.
 */
export function isCovered(predictions: PredictionsSlice, slice: RunSlice, run: RunView): boolean {
  const prediction = predictions.predictionOf(run);
  if (run.chart && !run.timeless && !prediction)
    return isOffered(predictions, slice, run) && askedOf(run) !== undefined;
  if (predictions.open.value === 'predict') return questionsOf(run).length > 0;
  return prediction !== undefined && prediction.kind !== 'lever' && !prediction.revealed;
}

/** Whether to ask before the first look: not of what was opened at a moment of somebody’s choice, nor twice. */
export function isOffered({ declined }: PredictionsSlice, { attempt, given }: RunSlice, run: RunView): boolean {
  const sent = isSent && attempt.value <= 1;
  return !sent && !declined.value.has(run.scenario.id) && (given.value === null || attempt.value > 1);
}

/** The levers that a scenario declares itself, as they stand in it; it was run, so they are sound. */
export function declaredIn(scenario: unknown): ParameterControl[] {
  const { parameters } = Object(scenario) as { parameters?: Record<string, unknown> };
  return Object.entries(parameters ?? {}).flatMap(([name, parameter]) =>
    typeof parameter === 'object' && parameter !== null && 'value' in parameter
      ? [{ ...({ whole: false, ...parameter } as Omit<ParameterControl, 'key'>), key: `parameters.${name}` }]
      : [],
  );
}

/** What may be asked of the run on show; undefined where nothing about it can be judged. */
export function askedOf(run: RunView, kind?: Prediction['kind']): PredictionQuestion | SettledQuestion | undefined {
  const questions = questionsOf(run);
  const question = kind ? questions.find((one) => one.kind === kind) : questions[0];
  if (question) return question;
  if (questions.length > 0 || !figureOf(run)) return undefined;
  return settledQuestionOf(declaredIn(run.written.scenario), run.scenario.id) ?? trendOf(run);
}
