import type { Fate, MetricDifference, OtherEnding } from '../story/difference.ts';
import { metricName } from '../story/names.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { precise } from '../story/words.ts';

const short = (value: number): string => precise(Number(value.toPrecision(3)));
const signed = (value: number): string => (value > 0 ? `+${short(value)}` : short(value));

/** Figures of the whole run and of its last tick, with a bar that grows to the right where the branch has more. */
export function Figures({ differences }: { differences: readonly MetricDifference[] }) {
  if (differences.length === 0) return <p class="none">Every figure is the same at the end.</p>;
  return (
    <table>
      <caption>Figures at the end</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Original</th>
          <th scope="col">Branch</th>
          <th scope="col">Branch − original</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ name, original, branch, difference, share }) => (
          <tr key={name}>
            <th scope="row">{metricName(name)}</th>
            <td>{short(original)}</td>
            <td>{short(branch)}</td>
            <td class="difference">
              <span class="difference-figure">{signed(difference)}</span>
              <span class="difference-bar" aria-hidden="true">
                <span
                  class={share < 0 ? 'less' : 'more'}
                  style={{ width: `${50 * Math.abs(share)}%`, left: `${share < 0 ? 50 + 50 * share : 50}%` }}
                />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** More would be a list that nobody reads. */
const MOST = 12;

export function Endings({ endings, story }: { endings: readonly OtherEnding[]; story: Story }) {
  if (endings.length === 0) return <p class="none">Every alliance ends as it did.</p>;
  return (
    <table class="endings">
      <caption>
        Alliances that end otherwise
        {endings.length > MOST ? ` (the first ${MOST} of ${endings.length})` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">Alliance</th>
          <th scope="col">Original</th>
          <th scope="col">Branch</th>
        </tr>
      </thead>
      <tbody>
        {endings.slice(0, MOST).map(({ name, original, branch }, k) => (
          <tr key={k}>
            <th scope="row">{name}</th>
            <td>{fateInWords(original, branch, story)}</td>
            <td>{fateInWords(branch, original, story)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where both end alike it is the members that differ: each side names those whom the other has not. */
function fateInWords(fate: Fate | undefined, other: Fate | undefined, story: Story): string {
  if (!fate) return 'not founded';
  const end = fate.ended === null ? 'lasts' : `ends ${dateLabel(story.clock, fate.ended)}`;
  if (!other || other.ended !== fate.ended) return end;
  const own = fate.members.filter((id) => !other.members.includes(id)).map(story.actorName);
  return own.length > 0 ? `${end}, with ${own.join(', ')}` : end;
}
