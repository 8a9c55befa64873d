import type { DecisionRow } from '../../classroom/protocol/debrief-file.ts';
import type { Event } from '../../sim/world/event.ts';
import { isKey, numeral, t } from '../i18n/index.ts';
import { listText, plain, textOf } from '../run-view/phrase.ts';

/** What the model would have done in the place of the player of an event, in that round; undefined where the class's table has no such player. */
export function botWould({ who, tick }: Pick<Event, 'who' | 'tick'>, rows: readonly DecisionRow[]): string | undefined {
  const last = rows.findLast((row) => row.tick <= tick && who.includes(row.actor));
  if (!last) return undefined;
  const own = rows.filter(({ actor, round }) => actor === last.actor && round === last.round);
  const rate = own.find(({ botRate }) => botRate !== null)?.botRate ?? null;
  // A newer room may know of acts that this page has no words for.
  const acts = last.bot.split(' ').flatMap((act) => {
    const key = `debrief.deed-${act}`;
    return isKey(key) ? t(key) : [];
  });
  const said = [...new Set(acts)];
  if (rate !== null) said.unshift(t('debrief.botPaid', { share: percent(rate) }));
  if (said.length === 0) return t('debrief.botNothing');
  return t('debrief.botWould', { acts: textOf(listText(said.map(plain))) });
}

const percent = (share: number): string => numeral({ style: 'percent', maximumSignificantDigits: 2 }).format(share);
