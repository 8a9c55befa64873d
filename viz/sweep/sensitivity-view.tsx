import { useEffect } from 'preact/hooks';
import type { NumberOrNull } from '../../sim/experiment/sweep/sensitivity.ts';
import type { AnalysisOfRuns } from '../../workers/sweep-service.ts';
import { numeral, t } from '../i18n/index.ts';
import { minus, percent, threeFigures } from '../run-view/words.ts';
import { useNames } from '../store/use-names.ts';
import { scenarioId } from './chart-controls.tsx';
import { measureName } from './measure-words.ts';
import type { ResultsState } from './results-state.ts';

/** How much of the differences between runs each input makes, and how much is luck; and whether there are enough replicates. */
export function SensitivityView({ results }: { results: ResultsState }) {
  const { analysis, measure, variants, job } = results;
  const { done, total, stage } = job.progress.value;
  const isRunning = stage === 'running' || stage === 'stopping';
  const facts = useNames('facts', scenarioId(results)) ?? {};
  const found = analysis.value;
  const isBehind = found?.runs !== done;
  useEffect(() => {
    if (isBehind && !isRunning) void results.analyse();
  }, [isBehind, isRunning, job]);
  if (!found) return <p class="sweep-none">{t(isRunning ? 'sweep.sensitivityLater' : 'sweep.looking')}</p>;
  const names =
    variants.length > 1
      ? variants.map((variant) => ({ variant, key: `${measure.value}@${variant}` }))
      : [{ variant: '', key: measure.value }];
  const title = measureName(measure.value, facts);
  return (
    <div class="sweep-sensitivity">
      {isBehind ? <p class="sweep-says">{t('sweep.sensitivityBehind', { runs: found.runs, total })}</p> : null}
      {names.map(({ variant, key }) => (
        <Indices key={key} found={found} of={key} title={variant ? `${title}, ${variant}` : title} />
      ))}
      <SeedShare found={found} measure={measure.value} title={title} />
      <Verdict found={found} />
      {found.notes.map((note) => (
        <p key={note} class="sweep-says" lang="en">
          {note}
        </p>
      ))}
    </div>
  );
}

const inputName = (name: string): string => (name === 'luck' ? t('sweep.luck') : name);

function Indices({ found, of, title }: { found: AnalysisOfRuns; of: string; title: string }) {
  const sobol = found.sobol?.[of];
  const morris = found.morris?.[of];
  if (sobol) {
    const rows = Object.entries(sobol).sort(([, a], [, b]) => (b.st ?? -1) - (a.st ?? -1));
    const most = Math.max(1, ...rows.map(([, { stHigh }]) => stHigh ?? 0));
    return (
      <section class="sweep-indices" aria-label={t('sweep.sobolTitle', { measure: title })}>
        <h4>{t('sweep.sobolTitle', { measure: title })}</h4>
        <p class="sweep-says">{t('sweep.sobolSays')}</p>
        <table class="sweep-index-table">
          <thead>
            <tr>
              <th scope="col">{t('sweep.input')}</th>
              <th scope="col">{t('sweep.total')}</th>
              <th scope="col">{t('sweep.first')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, { s1, s1Low, s1High, st, stLow, stHigh }]) => (
              <tr key={name} data-input={name}>
                <th scope="row">{inputName(name)}</th>
                <td>
                  <Bar kind="total" text={indexText} value={st} low={stLow} high={stHigh} most={most} />
                </td>
                <td>
                  <Bar kind="first" text={indexText} value={s1} low={s1Low} high={s1High} most={most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    );
  }
  if (!morris) return null;
  const rows = Object.entries(morris).sort(([, a], [, b]) => (b.muStar ?? -1) - (a.muStar ?? -1));
  const most = Math.max(...rows.map(([, { muStar }]) => muStar ?? 0), 1e-300);
  return (
    <section class="sweep-indices" aria-label={t('sweep.morrisTitle', { measure: title })}>
      <h4>{t('sweep.morrisTitle', { measure: title })}</h4>
      <p class="sweep-says">{t('sweep.morrisSays')}</p>
      <table class="sweep-index-table">
        <thead>
          <tr>
            <th scope="col">{t('sweep.input')}</th>
            <th scope="col">μ*</th>
            <th scope="col">μ</th>
            <th scope="col">σ</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, { mu, muStar, sigma }]) => (
            <tr key={name} data-input={name}>
              <th scope="row">{inputName(name)}</th>
              <td>
                <Bar kind="total" text={figure} value={muStar} low={null} high={null} most={most} />
              </td>
              <td>{figure(mu)}</td>
              <td>{figure(sigma)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const figure = (value: NumberOrNull): string => threeFigures(value ?? Number.NaN);

interface BarOf {
  kind: 'total' | 'first';
  text(value: NumberOrNull): string;
  value: NumberOrNull;
  low: NumberOrNull;
  high: NumberOrNull;
  most: number;
}

/** Of an index, which is a share: two decimals say all that it is known to. */
const indexText = (value: NumberOrNull): string =>
  value === null ? '–' : minus(numeral({ minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value));

/** A figure as a bar with the interval about its end; the number beside it says the same. */
function Bar({ kind, text, value, low, high, most }: BarOf) {
  const share = (at: number): string => `${(100 * Math.max(0, Math.min(most, at))) / most}%`;
  const wide = (from: number, to: number): string => `${(100 * (Math.min(most, to) - Math.max(0, from))) / most}%`;
  const interval = low !== null && high !== null ? t('sweep.interval', { low: text(low), high: text(high) }) : '';
  return (
    <span class="sweep-index">
      <span class="sweep-index-track" aria-hidden="true">
        <span class={`sweep-index-bar ${kind}`} style={{ width: share(value ?? 0) }} />
        {low !== null && high !== null && high > 0 ? (
          <span class="sweep-index-interval" style={{ left: share(low), width: wide(low, high) }} />
        ) : null}
      </span>
      <b>{text(value)}</b> <span class="sweep-index-says">{interval}</span>
    </span>
  );
}

/** In designs in which luck is no input of its own: what the seed makes of the differences. */
function SeedShare({ found, measure, title }: { found: AnalysisOfRuns; measure: string; title: string }) {
  const share = found.seedShares?.[measure];
  if (share === undefined) return null;
  return (
    <section class="sweep-indices" aria-labelledby="sweep-luck">
      <h4 id="sweep-luck">{t('sweep.luckTitle', { measure: title })}</h4>
      {share === null ? (
        <p class="sweep-says">{t('sweep.luckUnknown')}</p>
      ) : (
        <>
          <p>{t('sweep.luckSays', { share: percent(share), rest: percent(1 - share) })}</p>
          <span class="sweep-luck-track" aria-hidden="true">
            <span style={{ width: `${100 * share}%` }} />
          </span>
        </>
      )}
    </section>
  );
}

function Verdict({ found: { replicates } }: { found: AnalysisOfRuns }) {
  const { enough, needed, rule } = replicates;
  return (
    <section class="sweep-indices" aria-labelledby="sweep-verdict">
      <h4 id="sweep-verdict">{t('sweep.verdictTitle')}</h4>
      <p>
        <b>
          {enough ? t('sweep.enough') : needed === null ? t('sweep.notEnough') : t('sweep.needed', { count: needed })}
        </b>
      </p>
      <p class="sweep-says" lang="en">
        {rule}
      </p>
    </section>
  );
}
