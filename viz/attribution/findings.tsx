import { useSignal } from '@preact/signals';
import type { Autopsy, Finding, Luck } from '../../sim/counterfactual/attribution.ts';
import { YEARS } from '../../sim/counterfactual/span.ts';
import { t } from '../i18n/index.ts';
import { lookOf } from '../run-view/event-looks.ts';
import type { Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { useApp } from '../store/state.ts';
import { GlyphIcon } from '../ui/icons.tsx';
import { Life, LifeAxis, type Stretch } from './alliance-axis.tsx';
import type { Course } from './attribution-run.ts';
import { matters, remedyOf, suspected, verdict } from './finding-words.ts';

interface FindingsOf {
  course: Course;
  found: Autopsy;
  story: Story;
  close(): void;
}

/** Those that mattered first, by how much; each can be opened as a branch. */
export function Findings({ course, found, story, close }: FindingsOf) {
  const { branches } = useApp();
  const fault = useSignal('');
  const { findings, ended, others, horizon } = found;
  const open = async ({ at, remedy, without }: Finding): Promise<void> => {
    await course.stop();
    const plan = { tick: at, interventions: remedy, without };
    fault.value = (await branches.branch(plan)) ?? '';
    if (!fault.value) close();
  };
  const stretch: Stretch = { from: Math.max(0, ended - YEARS * story.clock.ticksPerYear), to: story.ticks };
  const list = (heading: 'autopsy.mattered' | 'autopsy.immaterial', some: readonly Finding[]) =>
    some.length === 0 ? null : (
      <section>
        <div class="findings-head">
          <h3>{t(heading)}</h3>
          <LifeAxis story={story} stretch={stretch} ended={ended} />
        </div>
        <ol class={heading === 'autopsy.mattered' ? 'findings mattered' : 'findings'}>
          {some.map((finding) => (
            <Row key={finding} finding={finding} found={found} story={story} stretch={stretch} open={open} />
          ))}
        </ol>
      </section>
    );
  if (findings.length === 0) return <p class="none">{t('autopsy.none')}</p>;
  const mattered = findings.filter((finding) => matters(finding, ended));
  const luck = findings[0]!.luck;
  return (
    <>
      {branches.busy.value === undefined ? null : (
        <progress max={1} value={branches.busy.value} aria-label={t('autopsy.opening')} />
      )}
      {fault.value ? (
        <p class="fault" role="alert">
          {fault.value}
        </p>
      ) : null}
      {luck ? (
        <p class="remark">
          {t('autopsy.luckSays', { n: luck.continuations, date: dateLabel(story.clock, horizon - 1) })}
        </p>
      ) : null}
      {mattered.length === 0 ? <p class="none">{t('autopsy.noneMattered')}</p> : null}
      {list('autopsy.mattered', mattered)}
      {list(
        'autopsy.immaterial',
        findings.filter((finding) => !matters(finding, ended)),
      )}
      {others > 0 ? <p class="remark">{t('autopsy.others', { n: others })}</p> : null}
    </>
  );
}

interface RowOf {
  finding: Finding;
  found: Autopsy;
  story: Story;
  stretch: Stretch;
  open(finding: Finding): Promise<void>;
}

function Row({ finding, found, story, stretch, open }: RowOf) {
  const { branches } = useApp();
  const { ended } = found;
  const what = suspected(finding, story);
  return (
    <li class="finding" data-ends={finding.ends ?? 'never'} data-kind={finding.event?.kind ?? 'placed'}>
      <span class="finding-date">{dateLabel(story.clock, finding.tick)}</span>
      <GlyphIcon glyph={lookOf(finding.event ?? { kind: 'intervention' }).glyph} />
      <div class="finding-what">
        <p>{what}</p>
        <p class="remark">{t('autopsy.undone', { what: remedyOf(finding, story) })}</p>
      </div>
      <div class="finding-fate">
        <Life stretch={stretch} at={finding.tick} ended={ended} ends={finding.ends} />
        <p>{verdict(finding, ended, story)}</p>
        {finding.luck ? <LuckOf luck={finding.luck} /> : null}
      </div>
      {finding.first === null ? (
        <span />
      ) : (
        <button
          type="button"
          class="plain"
          disabled={branches.busy.value !== undefined}
          aria-label={t('autopsy.openOf', { what })}
          onClick={() => void open(finding)}
        >
          {t('autopsy.open')}
        </button>
      )}
    </li>
  );
}

/** Two counts, one a bar: with other luck, if it happened and if not. */
function LuckOf({ luck }: { luck: Luck }) {
  const bar = (key: 'autopsy.luckWith' | 'autopsy.luckWithout', times: number) => (
    <div class="luck-row">
      <dt>{t(key)}</dt>
      <dd>
        <span class="luck-bar" aria-hidden="true">
          {Array.from({ length: luck.continuations }, (_, k) => (
            <i key={k} class={k < times ? 'stands' : ''} />
          ))}
        </span>{' '}
        {t('autopsy.luckOf', { times, n: luck.continuations })}
      </dd>
    </div>
  );
  return (
    <dl class="luck">
      {bar('autopsy.luckWith', luck.with)}
      {bar('autopsy.luckWithout', luck.without)}
    </dl>
  );
}
