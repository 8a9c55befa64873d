import { useEffect, useMemo } from 'preact/hooks';
import type { PairedFigure } from '../../sim/experiment/paired-figures.ts';
import { t } from '../i18n/index.ts';
import { figureName } from '../odds/words.ts';
import { threeFigures } from '../run-view/words.ts';
import { DotPlot } from './dot-plot.tsx';
import { type ChangedRun, createPairedStudy, type PairedFindings, type PairedStudy, SEEDS } from './paired-study.ts';
import './paired.css';

/** Figures that are shown before one asks for the others. */
const SHOWN = 6;

/** What a change comes to over many seeds: both runs of every seed on one axis, and how often the change makes more or less. */
export function PairedPanel({ change }: { change: ChangedRun }) {
  const study = useMemo(() => createPairedStudy(), []);
  useEffect(() => () => study.close(), [study]);
  useEffect(() => {
    void study.run(change);
  }, [study, change]);
  const found = study.found.value;
  const running = study.stage.value.kind === 'running';
  return (
    <section class={running ? 'paired busy' : 'paired'} aria-labelledby="paired-title">
      <h2 id="paired-title">{t('paired.title', { count: SEEDS })}</h2>
      <Progress study={study} change={change} />
      {found ? <Findings found={found} /> : null}
    </section>
  );
}

function Progress({ study, change }: { study: PairedStudy; change: ChangedRun }) {
  const stage = study.stage.value;
  switch (stage.kind) {
    case 'running':
      return (
        <p class="paired-progress">
          <progress aria-label={t('paired.running')} max={stage.wanted} value={stage.done} />
          <button type="button" class="plain" onClick={() => study.stop()}>
            {t('odds.stop')}
          </button>
        </p>
      );
    case 'stopped':
      return (
        <p class="paired-progress">
          {t('paired.stopped')}{' '}
          <button type="button" class="plain" onClick={() => void study.run(change)}>
            {t('odds.run')}
          </button>
        </p>
      );
    case 'failed':
      return (
        <p class="fault" role="alert">
          {t('odds.failed', { why: stage.why })}
        </p>
      );
    case 'done':
      return null;
  }
}

function Findings({ found }: { found: PairedFindings }) {
  const { figures, constant, seeds, missed } = found;
  const moved = figures.filter(({ same }) => same < seeds.length);
  const unmoved = figures.filter(({ same }) => same === seeds.length);
  const hasChance = figures.some(({ original, changed }) => [original, changed].some(varies));
  if (!hasChance) return <p class="paired-quiet">{t('odds.noChance')}</p>;
  return (
    <>
      <p class="paired-quiet" role="status">
        {moved.length > 0 ? t('paired.says') : t('paired.nothing')}
        {missed > 0 ? ` ${t('paired.missed', { count: missed, seeds: seeds.length })}` : ''}
      </p>
      <List figures={moved.slice(0, SHOWN)} />
      {moved.length > SHOWN ? (
        <details class="paired-more">
          <summary class="link">{t('paired.more', { count: moved.length - SHOWN })}</summary>
          <List figures={moved.slice(SHOWN)} />
        </details>
      ) : null}
      {unmoved.length + constant.length > 0 && moved.length > 0 ? (
        <p class="paired-quiet">
          {t('paired.unmoved')} {[...unmoved.map(({ name }) => name), ...constant].map(figureName).join(' · ')}
        </p>
      ) : null}
    </>
  );
}

const varies = (values: Float64Array): boolean => values.some((value) => value !== values[0]);

const List = ({ figures }: { figures: readonly PairedFigure[] }) => (
  <ul class="paired-figures">
    {figures.map((figure) => (
      <li key={figure.name}>
        <span class="paired-name">{figureName(figure.name)}</span>
        <DotPlot figure={figure} />
        <span class="paired-says">{countsInWords(figure)}</span>
      </li>
    ))}
  </ul>
);

/** "In 21 of 30 seeds more, in 6 less, in 3 the same; median difference +0.04". */
export const countsInWords = ({ more, less, same, difference }: PairedFigure): string =>
  t('paired.counts', {
    more,
    less,
    same,
    seeds: more + less + same,
    difference: difference > 0 ? `+${threeFigures(difference)}` : threeFigures(difference),
  });
