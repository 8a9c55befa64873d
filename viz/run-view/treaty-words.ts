import type { Clauses } from '../../sim/schema/treaty.ts';
import { numeral, t } from '../i18n/index.ts';
import { listPhrase, listText, textOf } from './phrase.ts';
import type { RunView } from './run-view.ts';

const share = (value: number): string => numeral({ style: 'percent', maximumSignificantDigits: 3 }).format(value);
const number = (value: number): string => numeral({ maximumFractionDigits: 2 }).format(value);

/** The clauses of a treaty as they stand, one sentence each, what matters most first. */
export function treatyWords(clauses: Clauses, leader: string | null, run: RunView): string[] {
  const { purpose, obligations, governance, term, adHoc, exitNotice, disputes, sanction, against } = clauses;
  const scope = textOf(listPhrase(against, run));
  const ladder = textOf(listText(disputes.map((rung) => ({ text: t(`event.rung-${rung}`) }))));
  return [
    t('treaty.purpose', { purpose: purposeKey(purpose) }),
    obligationWords(obligations),
    ...(clauses.casusFoederis === 'anyone' ? [t('treaty.security')] : []),
    ...(clauses.structure === 'hub' ? [t('treaty.hub')] : []),
    ...(against.length > 0 ? [t('treaty.against', { scope })] : []),
    t('treaty.governance', { rule: governance }),
    ...(leader === null ? [] : [t('treaty.leader', { actor: run.actorName(leader) })]),
    clauses.targetRate > 0
      ? t('treaty.quota', { rate: share(clauses.targetRate), rule: clauses.burdenSharing })
      : t('treaty.no-quota'),
    term === null ? t('treaty.open') : t('treaty.term', { years: term }),
    ...(adHoc ? [t('treaty.ad-hoc')] : []),
    t('treaty.notice', { years: exitNotice }),
    disputes.length > 0 ? t('treaty.disputes', { ladder }) : t('treaty.no-disputes'),
    sanction > 0 ? t('treaty.sanction', { fine: share(sanction) }) : t('treaty.no-sanction'),
    `${t('treaty.formality', { value: number(clauses.formality) })}, ${t('treaty.monitoring', { value: number(clauses.monitoring) })}.`,
  ];
}

/** ICU takes no hyphen in the name of a case. */
export const purposeKey = (purpose: string): string => purpose.replaceAll('-', '');

export function obligationWords(obligations: Clauses['obligations']): string {
  if (obligations.length === 0) return t('treaty.obliges-nothing');
  const owed = listText(obligations.map((one) => ({ text: t(`treaty.obligation-${one}`) })));
  return t('treaty.obliges', { obligations: textOf(owed) });
}
