import './attribution.css';
import { useEffect, useMemo } from 'preact/hooks';
import { YEARS } from '../../sim/counterfactual/span.ts';
import { t } from '../i18n/index.ts';
import type { Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { theName } from '../run-view/words.ts';
import { type Inquest as Asked, useApp } from '../store/state.ts';
import { CONTINUATIONS, type Course, createCourse } from './attribution-run.ts';
import { Findings } from './findings.tsx';

export interface InquestOf {
  asked: Asked;
  story: Story;
  close(): void;
}

/** What may have ended an alliance, each thing taken away in turn. */
export function Inquest({ asked, story, close }: InquestOf) {
  const { source, branches } = useApp();
  const course = useMemo(() => createCourse(source.branching!, asked, branches.back()), [asked, story]);
  useEffect(() => {
    void course.run(0);
    return course.leave;
  }, [course]);
  const record = story.replay.alliances.find(({ id, founded }) => id === asked.alliance && founded === asked.founded);
  const { rounds, ticksPerYear } = story.clock;
  const date = dateLabel(story.clock, record?.ended ?? 0);
  return (
    <>
      <h2 id="autopsy-title">{t('autopsy.title', { alliance: theName(record?.name ?? asked.alliance) })}</h2>
      <p class="autopsy-lead">
        {rounds
          ? t('autopsy.leadRounds', { date, years: YEARS * ticksPerYear })
          : t('autopsy.lead', { date, years: YEARS })}{' '}
        {t('autopsy.notTried')}
      </p>
      <Progress course={course} />
      {course.found.value ? <Findings course={course} found={course.found.value} story={story} close={close} /> : null}
      <div class="ask-buttons">
        {isUntried(course) ? (
          <button type="button" class="plain" id="try-luck" onClick={() => void course.run(CONTINUATIONS)}>
            {t('autopsy.luck', { n: CONTINUATIONS })}
          </button>
        ) : null}
        <button type="button" class="plain" onClick={close}>
          {t('common.close')}
        </button>
      </div>
    </>
  );
}

/** Whether there is something whose luck nobody has asked about yet. */
const isUntried = ({ found, share }: Course): boolean =>
  share.value === undefined && found.value?.findings[0] !== undefined && !found.value.findings[0].luck;

function Progress({ course }: { course: Course }) {
  const { share, stopped, fault } = course;
  if (share.value !== undefined)
    return (
      <p class="autopsy-progress">
        <progress max={1} value={share.value} aria-label={t('autopsy.running')} />
        <button type="button" class="plain" id="stop-autopsy" onClick={() => void course.stop()}>
          {t('autopsy.stop')}
        </button>
      </p>
    );
  if (fault.value)
    return (
      <p class="fault" role="alert">
        {t('autopsy.went', { why: fault.value })}
      </p>
    );
  if (!stopped.value) return null;
  return (
    <p class="autopsy-progress" role="status">
      <span>{t('autopsy.stopped')}</span>
      {course.found.value ? null : (
        <button type="button" class="plain" onClick={() => void course.run(0)}>
          {t('autopsy.again')}
        </button>
      )}
    </p>
  );
}
