import type { Figure } from '../run-view/chart-data.ts';
import type { Story } from '../run-view/run-view.ts';
import { inWords } from '../run-view/words.ts';

interface Shown {
  story: Story;
  figures: readonly Figure[];
  title?: string;
}

/** Name, sentence, value. */
export function Figures({ story, figures, title }: Shown) {
  return (
    <table class="figures">
      {title ? <caption>{title}</caption> : null}
      <tbody>
        {figures.map(({ key, name, says, value }) => (
          <tr key={key}>
            <th scope="row">
              {name}
              {says ? <span class="says">{says}</span> : null}
            </th>
            <td class={typeof value === 'number' ? 'number' : ''}>{inWords(value, story.actorName)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
