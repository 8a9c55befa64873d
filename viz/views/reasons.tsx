import type { Event } from '../../sim/event.ts';
import { figure, labelOf } from '../story/curves.ts';
import type { Story } from '../story/story.ts';

/** Why: the engine's own terms, as bars to either side of nothing. Nothing is worked out here again. */
export function Reasons({ event, story }: { event: Event; story: Story }) {
  const { because, score, runnerUp, chance } = event;
  const most = Math.max(
    1e-9,
    ...because.map(({ value }) => Math.abs(value)),
    Math.abs(score ?? 0),
    Math.abs(runnerUp?.score ?? 0),
  );
  return (
    <div class="reasons">
      {event.kind === 'honoured' || event.kind === 'reneged' ? <p>The case for keeping its word:</p> : null}
      {because.map(({ term, value }) => (
        <Bar
          key={term}
          label={term === 'rest' ? 'All else' : story.spellOut(labelOf(term))}
          value={value}
          most={most}
        />
      ))}
      {score === undefined ? null : <Bar label="Together" value={score} most={most} sum />}
      {runnerUp ? (
        <Bar label={`Next best: ${story.spellOut(runnerUp.choice)}`} value={runnerUp.score} most={most} other />
      ) : null}
      {chance ? (
        <p class="chance">
          Left to chance: {percent(chance.probability)} likely, drawn {percent(chance.draw)}
        </p>
      ) : null}
    </div>
  );
}

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

interface BarOf {
  label: string;
  value: number;
  most: number;
  sum?: boolean;
  other?: boolean;
}

function Bar({ label, value, most, sum, other }: BarOf) {
  const width = (50 * Math.abs(value)) / most;
  return (
    <div class={`reason${sum ? ' sum' : ''}${other ? ' other' : ''}`}>
      <span class="reason-label">{label}</span>
      <span class="reason-bar" aria-hidden="true">
        <span
          class={value < 0 ? 'against' : 'for'}
          style={{ width: `${width}%`, left: `${value < 0 ? 50 - width : 50}%` }}
        />
      </span>
      <span class="reason-value">
        {value < 0 ? '−' : '+'}
        {figure(Math.abs(value))}
      </span>
    </div>
  );
}
