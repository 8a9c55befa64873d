import type { Finding } from '../../sim/counterfactual/attribution.ts';
import { t } from '../i18n/index.ts';
import { saysOf } from '../run-view/intervention-words.ts';
import { textOf } from '../run-view/phrase.ts';
import type { Story } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';

/** Whether the alliance stands longer without what is suspected. */
export const matters = ({ ends }: Finding, ended: number): boolean => ends === null || ends > ended;

/** What became of the alliance without it, in words. */
export function verdict({ ends, first }: Finding, ended: number, { clock }: Story): string {
  if (first === null) return t('autopsy.verdict.same');
  if (ends === null) return t('autopsy.verdict.stands');
  const date = dateLabel(clock, ends);
  if (ends === ended) return t('autopsy.verdict.unmoved', { date });
  if (ends < ended) return t('autopsy.verdict.sooner', { date });
  return t('autopsy.verdict.later', { date, later: spanOf(ends - ended, clock) });
}

function spanOf(ticks: number, { rounds, ticksPerYear }: Story['clock']): string {
  if (rounds) return t('autopsy.rounds', { n: ticks });
  return t('autopsy.years', { n: Number((ticks / ticksPerYear).toFixed(2)) });
}

/** What happened, as the run tells it. */
export function suspected({ event, placed, at, remedy, without }: Finding, story: Story): string {
  if (event) return textOf(sentence(event, story));
  const what = placed ? saysOf(story, { tick: at, interventions: [placed] }) : '';
  return t('autopsy.placed', { what: what || saysOf(story, { tick: at, interventions: remedy, without }) });
}

/** What is done about it. */
export const remedyOf = ({ at, remedy, without }: Finding, story: Story): string =>
  saysOf(story, { tick: at, interventions: remedy, without });
