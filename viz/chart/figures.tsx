import type { Figure } from '../run-view/chart-data.ts';
import type { RunView } from '../run-view/run-view.ts';
import { inWords } from '../run-view/words.ts';

interface Shown {
  run: RunView;
  figures: readonly Figure[];
  title?: string;
}

/** Name, sentence, value. */
export function ChartFigures({ run, figures, title }: Shown) {
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
            <td class={typeof value === 'number' ? 'number' : ''}>{inWords(value, run.actorName)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
