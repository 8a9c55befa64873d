import { percentileOf, strangeness } from '../../sim/experiment/distribution.ts';
import { type ReplicationResults, rowOf } from '../../sim/experiment/replication-results.ts';
import { t } from '../i18n/index.ts';
import { saveFile } from '../ui/save-file.ts';
import { csvOf } from './csv.ts';
import { SeedButton } from './open.tsx';
import type { Study } from './study.ts';
import type { FigureDistributions } from './survey.ts';
import { figureName, figureValue } from './words.ts';

/** Runs named at either end, and figures named of each. */
const NAMED = 5;
const TELLING = 3;

/** The runs nearest the middle of all figures at once, and those farthest out. */
export function UnusualRuns({ study, found }: { study: Study; found: FigureDistributions }) {
  const { sample } = found;
  const distance = strangeness(found.figures.map(({ values }) => values));
  const order = Array.from(distance.keys()).sort((a, b) => distance[a]! - distance[b]!);
  const list = (title: 'odds.typical' | 'odds.strange', rows: readonly number[]) => (
    <div>
      <h4>{t(title)}</h4>
      <ol class="odd-runs">
        {rows.map((row) => (
          <li key={row}>
            <SeedButton study={study} seed={String(sample.seeds[row])} />
            {title === 'odds.strange' ? <span>{tellingOf(found, String(sample.seeds[row]))}</span> : null}
          </li>
        ))}
      </ol>
    </div>
  );
  return (
    <section class="odds-runs" aria-labelledby="odds-runs">
      <h3 id="odds-runs">{t('odds.runs')}</h3>
      <p class="odds-says">{t('odds.runsSay')}</p>
      <div class="odds-columns">
        {list('odds.typical', order.slice(0, NAMED))}
        {list('odds.strange', order.slice(-NAMED).reverse())}
      </div>
      <button type="button" class="plain" id="odds-export" onClick={() => save(study, sample)}>
        {t('odds.export')}
      </button>
    </section>
  );
}

/** The figures in which the run lies farthest from the middle. */
function tellingOf({ sample, figures }: FigureDistributions, seed: string): string {
  const row = rowOf(sample, seed)!;
  return figures
    .filter(({ constant }) => !constant)
    .map(({ name, values, place }) => {
      const value = row[place]!;
      return { name, value, far: Math.abs(percentileOf(values, value) - 0.5) };
    })
    .sort((a, b) => b.far - a.far)
    .slice(0, TELLING)
    .map(({ name, value }) => t('odds.because', { figure: figureName(name), value: figureValue(name, value) }))
    .join(' · ');
}

const save = ({ subject }: Study, sample: ReplicationResults): number =>
  saveFile(`${subject.id.replace('/', '-')}-${sample.seeds.length}-seeds.csv`, csvOf(sample), 'text/csv');
