import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useRun } from '../store/run.ts';
import { Controls } from './controls.tsx';
import { OddsFacts } from './facts.tsx';
import { OddsFigures } from './figures.tsx';
import './odds.css';
import { UnusualRuns } from './runs.tsx';
import { createPicking, SeedsDialog } from './seeds-dialog.tsx';
import { type Study, studyOf } from './study.ts';
import { type Subject, subjectOf } from './subject.ts';
import { figureDistributionsOf } from './survey.ts';

/** How likely the scenario makes what happened: many runs, their facts and figures, and where the run on show lies among them. */
export function OddsScreen() {
  const subject = subjectOf(useRun());
  if (!subject)
    return (
      <main class="waiting">
        <p role="status">{t('odds.noReplay')}</p>
      </main>
    );
  return <Odds key={subject.key} study={studyOf(subject)} />;
}

function Odds({ study }: { study: Study }) {
  const { seed } = useRun();
  const picking = useMemo(createPicking, []);
  const own = study.figuresOf(seed.value);
  const { kind } = study.stage.value;
  const settled = kind === 'done' || kind === 'stopped';
  useEffect(() => {
    // A run that cannot be made has said so where it is on show.
    if (settled && !own) study.learn(seed.value).catch(() => {});
  }, [settled, own, seed.value, study]);
  const found = figureDistributionsOf(study.sample.value);
  return (
    <main class="odds">
      <header class="odds-head">
        <h2>{t('odds.heading')}</h2>
        <p class="odds-intro">{t('odds.intro')}</p>
        <p class="odds-subject">{said(study.subject)}</p>
        <Controls study={study} />
      </header>
      {found?.chance ? (
        <>
          <OddsFacts study={study} own={own} picking={picking} />
          <OddsFigures found={found} own={own} picking={picking} />
          <UnusualRuns study={study} found={found} />
        </>
      ) : null}
      {found && !found.chance && settled ? <p class="odds-same-run">{t('odds.noChance')}</p> : null}
      <SeedsDialog study={study} picking={picking} />
    </main>
  );
}

function said({ title, given, interventions }: Subject): string {
  if (interventions > 0) return t('odds.subjectChanged', { title, count: interventions });
  return t(given ? 'odds.subjectGiven' : 'odds.subjectPlain', { title });
}
