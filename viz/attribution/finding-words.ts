import type { TestedCause } from '../../sim/counterfactual/attribution.ts';
import { t } from '../i18n/index.ts';
import { planWords } from '../run-view/intervention-words.ts';
import { textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';

/** Whether the alliance stands longer without a cause. */
export const matters = ({ ends }: TestedCause, ended: number): boolean => ends === null || ends > ended;

/** What became of the alliance without it, in words. */
export function findingWords({ ends, first }: TestedCause, ended: number, { clock }: RunView): string {
  if (first === null) return t('attribution.verdict.same');
  if (ends === null) return t('attribution.verdict.stands');
  const date = dateLabel(clock, ends);
  if (ends === ended) return t('attribution.verdict.unmoved', { date });
  if (ends < ended) return t('attribution.verdict.sooner', { date });
  return t('attribution.verdict.later', { date, later: spanOf(ends - ended, clock) });
}

function spanOf(ticks: number, { rounds, ticksPerYear }: RunView['clock']): string {
  if (rounds) return t('attribution.rounds', { n: ticks });
  return t('attribution.years', { n: Number((ticks / ticksPerYear).toFixed(2)) });
}

/** What happened, as the run tells it. */
export function causeWords({ event, placed, at, remedy, without }: TestedCause, run: RunView): string {
  if (event) return textOf(sentence(event, run));
  const what = placed ? planWords(run, { tick: at, interventions: [placed] }) : '';
  return t('attribution.placed', { what: what || planWords(run, { tick: at, interventions: remedy, without }) });
}

/** What is done about it. */
export const remedyOf = ({ at, remedy, without }: TestedCause, run: RunView): string =>
  planWords(run, { tick: at, interventions: remedy, without });
