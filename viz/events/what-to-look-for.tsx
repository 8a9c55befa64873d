import { t } from '../i18n/index.ts';
import type { Chart } from '../run-view/chart-data.ts';
import type { RunView } from '../run-view/run-view.ts';
import { inWords } from '../run-view/words.ts';

/** What to look for, as the scenario says it. */
export const WhatToLookFor = ({ chart }: { chart: Chart }) => (
  <section class="look" aria-labelledby="look-title">
    <h2 id="look-title">{t('chart.look')}</h2>
    <ol>
      {chart.look.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  </section>
);

/** What the model is, and the numbers it was run with; folded away where there is a history to tell first. */
export function About({ run }: { run: RunView }) {
  const { parameters } = run.replay;
  const { summary } = run.scenario;
  return (
    <details class="about" open={run.news.length === 0}>
      <summary>{t('chart.model')}</summary>
      {summary ? <p>{summary}</p> : null}
      {parameters.length > 0 ? (
        <table class="figures">
          <caption>{t('chart.parameters')}</caption>
          <tbody>
            {parameters.map(({ name, value, describe }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                  {describe ? <span class="says">{describe}</span> : null}
                </th>
                <td class={typeof value === 'number' ? 'number' : ''}>{inWords(value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </details>
  );
}
