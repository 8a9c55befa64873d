import type { ParameterControl } from '../../sim/experiment/parameter-controls.ts';
import { alliancesAt } from '../run-view/moment.ts';
import type { AllianceView, RunView } from '../run-view/run-view.ts';

// Questions about a run that the run itself answers. Which one is asked hangs on how the run begins, never on how it ends.

export type PredictionChoice =
  | 'yes'
  | 'no'
  | 'nobody'
  | 'fewer'
  | 'same'
  | 'more'
  | 'rises'
  | 'falls'
  | 'stays'
  | `actor ${number}`;

/** One question with its few answers; ticks and indices are the run’s. */
export type PredictionQuestion = { choices: readonly PredictionChoice[] } & (
  | { kind: 'stands'; alliance: AllianceView; answer: PredictionChoice; end: number | undefined }
  | { kind: 'leaves'; alliance: AllianceView; answer: PredictionChoice; at: number | undefined }
  | { kind: 'count'; now: number; end: number; answer: PredictionChoice }
  | { kind: 'trend'; figure: string; start: number; end: number; answer: PredictionChoice }
);

/** A question that the engine has yet to try out: what becomes of a figure if a lever is turned. */
export interface SettledQuestion {
  kind: 'lever';
  choices: readonly PredictionChoice[];
  control: ParameterControl;
  to: number;
}

/** Members that a question names: more are no choice but a list. */
const NAMED = 3;

/** The questions that a history answers, the best first; none for a model that is a chart. */
export function questionsOf(run: RunView): PredictionQuestion[] {
  if (run.timeless || run.chart) return [];
  const now = present(run, 0);
  const largest = now.reduce<(typeof now)[number] | undefined>(
    (best, one) => (best && best.members.length >= one.members.length ? best : one),
    undefined,
  );
  const counted = countOf(run, now.length);
  if (!largest) return [counted];
  const { alliance, members } = largest;
  return members.length > NAMED
    ? [leaves(run, alliance, members), counted, stands(run, alliance)]
    : [stands(run, alliance), counted, leaves(run, alliance, members)];
}

const present = (run: RunView, tick: number) => alliancesAt(run, tick).filter(({ members }) => members.length > 1);

function countOf(run: RunView, now: number): PredictionQuestion {
  const end = present(run, run.ticks - 1).length;
  const choices: PredictionChoice[] = now === 0 ? ['same', 'more'] : ['fewer', 'same', 'more'];
  return { kind: 'count', choices, now, end, answer: end < now ? 'fewer' : end > now ? 'more' : 'same' };
}

function stands(run: RunView, alliance: AllianceView): PredictionQuestion {
  const end = alliance.to < run.ticks ? alliance.to : undefined;
  return { kind: 'stands', choices: ['yes', 'no'], alliance, answer: end === undefined ? 'yes' : 'no', end };
}

/** Going together with all the others, when the alliance ends, is no leaving. Of several at once the first by name in the file. */
function leaves(run: RunView, alliance: AllianceView, members: readonly number[]): PredictionQuestion {
  const gone = alliance.spans
    .filter(({ to, actor }) => to < Math.min(alliance.to, run.ticks) && members.includes(actor))
    .sort((a, b) => a.to - b.to || a.actor - b.actor);
  const [first] = gone;
  // Who is named beside the right one must not give it away: those about it in the list of members, round its end.
  const at = first ? members.indexOf(first.actor) : 0;
  const offset = alliance.id.length % NAMED;
  const named = Array.from(
    { length: Math.min(NAMED, members.length) },
    (_, k) => members[(at - offset + k + members.length) % members.length]!,
  );
  if (first && !named.includes(first.actor)) named[0] = first.actor;
  const choices: PredictionChoice[] = [...new Set(named)]
    .sort((a, b) => a - b)
    .map((actor): PredictionChoice => `actor ${actor}`);
  return {
    kind: 'leaves',
    choices: [...choices, 'nobody'],
    alliance,
    answer: first ? `actor ${first.actor}` : 'nobody',
    at: first?.to,
  };
}

/** A figure that moves by less is about the same: of one run’s luck more cannot be told. */
const NOTABLE = 0.05;

export function changeOf(before: number, after: number): PredictionChoice {
  const least = NOTABLE * Math.max(Math.abs(before), Math.abs(after));
  if (Math.abs(after - before) <= least) return 'stays';
  return after > before ? 'rises' : 'falls';
}

/** Of a model without a lever to turn: where its first line ends, against where it begins. */
export function trendOf({ chart }: RunView): PredictionQuestion | undefined {
  if (chart?.kind !== 'lines' || !chart.timed) return undefined;
  const { name, values } = chart.panes[0]!.traces[0]!;
  const known = values.filter(Number.isFinite);
  const [start, end] = [known[0], known.at(-1)];
  if (start === undefined || end === undefined || known.length < 2) return undefined;
  const choices = ['rises', 'stays', 'falls'] as const;
  return { kind: 'trend', choices, figure: name, start, end, answer: changeOf(start, end) };
}

/** Lengths and sizes of a run, and what it begins with: turning them is no question about the model. */
const FRAME = new Set(['ticks', 'periods', 'years', 'start', 'until', 'pace', 'actors', 'expost']);

/**
 * The first number a scenario declares that is no part of its frame, turned half as high again or to half.
 * @param name decides which of the two, the same every time.
 */
export function settledQuestionOf(controls: readonly ParameterControl[], name: string): SettledQuestion | undefined {
  const fit = controls.filter(
    ({ key, value, min, max }) => key.startsWith('parameters.') && typeof value === 'number' && max > min,
  );
  const control = fit.find(({ key }) => !FRAME.has(key.replace('parameters.', '')));
  if (!control) return undefined;
  const value = control.value as number;
  const up = move(control, value === 0 ? Math.min(1, control.max) : value * 1.5);
  const down = move(control, value / 2);
  const isUp = name.length % 2 === 0 ? up !== value : down === value;
  const to = isUp ? up : down;
  return to === value ? undefined : { kind: 'lever', choices: ['rises', 'stays', 'falls'], control, to };
}

const move = ({ min, max, whole }: ParameterControl, to: number): number =>
  Math.max(min, Math.min(max, whole ? Math.round(to) : Number(to.toPrecision(3))));

/** The last value of the figure that a chart is about first; undefined where that is no number. */
export function figureOf({
  replay: { view, analysis = {} },
}: Pick<RunView, 'replay'>): { key: string; value: number } | undefined {
  const keys = [...(view?.of ?? []), ...Object.keys(analysis)];
  for (const key of keys) {
    const value = analysis[key];
    const last: unknown = Array.isArray(value) && view?.chart === 'lines' ? value.at(-1) : value;
    if (typeof last === 'number' && Number.isFinite(last)) return { key, value: last };
  }
  return undefined;
}
