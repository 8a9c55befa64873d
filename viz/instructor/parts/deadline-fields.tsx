import { instructorWords } from '../use-control.ts';

const HOUR = 3_600_000;
const SPANS = { hours12: 12 * HOUR, day: 24 * HOUR, days2: 48 * HOUR, week: 168 * HOUR };
export type Span = keyof typeof SPANS;

/** When the first round closes, as the field writes it in the device's own time, and how long each later one lasts. */
export interface DeadlinePlan {
  first: string;
  span: Span;
}

/** Dates at which rounds close; undefined where the first is none. */
export function deadlinesOf({ first, span }: DeadlinePlan, rounds: number): number[] | undefined {
  const from = new Date(first).getTime();
  return Number.isFinite(from) ? Array.from({ length: rounds }, (_, k) => from + k * SPANS[span]) : undefined;
}

export function DeadlineFields({ plan, onPlan }: { plan: DeadlinePlan; onPlan(next: DeadlinePlan): void }) {
  const { settings } = instructorWords.value;
  return (
    <>
      <label class="field">
        {settings.firstDate}
        <input
          type="datetime-local"
          name="first-date"
          value={plan.first}
          onInput={({ currentTarget }) => onPlan({ ...plan, first: currentTarget.value })}
        />
      </label>
      <label class="field">
        {settings.every}
        <select
          name="span"
          value={plan.span}
          onChange={({ currentTarget }) => onPlan({ ...plan, span: currentTarget.value as Span })}
        >
          {(Object.keys(SPANS) as Span[]).map((span) => (
            <option key={span} value={span}>
              {settings.spans[span]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
