import '../odds/odds.css';
import { useEffect, useMemo } from 'preact/hooks';
import type { DebriefView } from '../../classroom/protocol/request.ts';
import { t } from '../i18n/index.ts';
import { OddsFigures } from '../odds/figures.tsx';
import { createPicking } from '../odds/seeds-dialog.tsx';
import { type Study, studyOf } from '../odds/study.ts';
import { type Subject, subjectOf } from '../odds/subject.ts';
import { figureDistributionsOf } from '../odds/survey.ts';
import { whole } from '../odds/words.ts';
import { type GivenRun, useRun } from '../store/run.ts';
import { FIRST_SEEDS, seedsFor } from './seeds-for.ts';

type OddsView = Extract<DebriefView, { what: 'odds' }>;

/** More pictures than these are too small for a wall. */
const MOST_FIGURES = 8;

/** Many games of the same scenario, and where the class's own lies among them. */
export function LedOdds({ view }: { view: OddsView }) {
  const asShown = subjectOf(useRun());
  if (!asShown) return null;
  return <Games view={view} own={asShown.made} subject={view.decisions ? asShown : withoutDecisions(asShown)} />;
}

function withoutDecisions(subject: Subject): Subject {
  const placed: readonly unknown[] = Array.isArray(subject.made.interventions) ? subject.made.interventions : [];
  const interventions = placed.filter((one) => Object(one).kind !== 'decide');
  const made = { ...subject.made, interventions };
  return { ...subject, made, interventions: interventions.length, key: `${subject.key} without decisions` };
}

function Games({ view, subject, own }: { view: OddsView; subject: Subject; own: GivenRun }) {
  const { seed } = useRun();
  const study = useMemo(() => studyOf(subject), [subject.key]);
  const picking = useMemo(createPicking, []);
  useEffect(() => {
    void play(study, view.seeds);
    return study.stop;
  }, [study, view.seeds]);
  const found = figureDistributionsOf(study.sample.value);
  const figures = study.figuresOf(seed.value);
  const hasNames = study.sample.value.names.length > 0;
  useEffect(() => {
    // Without it the others are still shown.
    if (hasNames && !figures) study.learn(seed.value, own).catch(() => {});
  }, [hasNames, figures, study]);
  const varied = found?.figures.filter(({ constant }) => !constant).slice(0, MOST_FIGURES);
  return (
    <main class="led odds">
      <h2>{t('debrief.odds', { count: view.seeds })}</h2>
      <p class="led-says">{t(view.decisions ? 'debrief.oddsSame' : 'debrief.oddsBots')}</p>
      <Progress study={study} asked={view.seeds} />
      {found && varied && varied.length > 0 ? (
        <OddsFigures found={{ ...found, figures: varied }} own={figures} picking={picking} />
      ) : null}
      {found && !found.chance ? <p class="led-says">{t('odds.noChance')}</p> : null}
    </main>
  );
}

/** A few games first, to see how long one takes here; then as many as a class has patience for. */
async function play(study: Study, asked: number): Promise<void> {
  const { stage } = study;
  if (stage.peek().kind === 'done' && study.sample.peek().seeds.length >= Math.min(asked, FIRST_SEEDS + 1)) return;
  await study.run(Math.min(asked, FIRST_SEEDS));
  const first = stage.peek();
  if (first.kind !== 'done' || asked <= FIRST_SEEDS) return;
  await study.run(seedsFor(asked, first.milliseconds / first.done));
}

function Progress({ study, asked }: { study: Study; asked: number }) {
  const stage = study.stage.value;
  if (stage.kind === 'idle') return null;
  if (stage.kind === 'failed') return <p class="led-says">{t('odds.failed', { why: stage.why })}</p>;
  const { done } = stage;
  const text = { done: whole(done), asked: whole(asked) };
  if (stage.kind === 'done' && done < asked && done > FIRST_SEEDS)
    return <p class="led-says">{t('debrief.oddsFewer', text)}</p>;
  return <p class="led-says">{t('debrief.oddsDone', text)}</p>;
}
