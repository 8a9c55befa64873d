import { type DeadlinePlan, SPANS, type Span } from '../deadlines.ts';
import { instructorWords } from '../use-control.ts';

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
