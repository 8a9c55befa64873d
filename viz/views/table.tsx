import { useApp } from '../app/state.ts';
import { figure } from '../story/curves.ts';
import { alliancesAt, figuresAt } from '../story/moment.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { Sentence } from './names.tsx';
import { hueClass } from './weave.tsx';

const FIGURES = [
  ['strength', 'Strength'],
  ['effortRate', 'Effort'],
  ['threat', 'Threat'],
  ['standing', 'Standing'],
] as const;

interface Column {
  label: string;
  values: Float32Array;
}

/** The network in words and numbers: nothing that the picture says is missing here. */
export function Table({ story }: { story: Story }) {
  const { tick } = useApp();
  const at = tick.value;
  const columns = FIGURES.map(([name, label]) => ({ label, values: figuresAt(story, name, at) })).filter(
    ({ values }) => values.length > 0,
  );
  const when = dateLabel(story.clock, at);
  return (
    <table>
      <caption>{when}: strength as a multiple of the mean at the start, the rest from 0 to 1</caption>
      <thead>
        <tr>
          <th scope="col">Actor</th>
          {columns.map(({ label }) => (
            <th key={label} scope="col" class="number">
              {label}
            </th>
          ))}
          <th scope="col">Alliances</th>
        </tr>
      </thead>
      <tbody>
        {story.actors.map(({ id }, actor) => (
          <Row key={id} story={story} actor={actor} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ story, actor, columns }: { story: Story; actor: number; columns: readonly Column[] }) {
  const { tick, pointed } = useApp();
  const own = alliancesAt(story, tick.value).filter(({ members }) => members.includes(actor));
  return (
    <tr class={pointed.value === actor ? 'pointed' : ''}>
      <th scope="row">
        <Sentence parts={[{ text: story.actors[actor]!.name, actor: story.actors[actor]!.id }]} story={story} />
      </th>
      {columns.map(({ label, values }) => (
        <td key={label} class="number">
          {figure(values[actor]!)}
        </td>
      ))}
      <td>
        {own.map(({ alliance }) => (
          <span key={alliance.id} class={`chip ${hueClass(story, story.alliances.indexOf(alliance))}`}>
            <b>{alliance.letter}</b> {alliance.name}
          </span>
        ))}
      </td>
    </tr>
  );
}
