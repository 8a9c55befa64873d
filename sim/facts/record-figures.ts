import type { AllianceRecord } from '../history/chronicle.ts';
import type { History } from '../history/history.ts';
import type { Fact } from '../schema/history.ts';
import type { Event } from '../world/event.ts';
import { isWithinSpan } from './occasion.ts';
import type { FactSpan } from './span.ts';

/** Figures of a fact’s `who` and `alliance` that the record of a whole run gives; NaN where there was no case. */
export const RECORD_FIGURES: Readonly<Record<string, (fact: Fact, history: History, span: FactSpan) => number>> = {
  /** Share of the calls of the second of `who` that the first of them honoured. */
  honoured({ who: [helper = '', caller = ''] }, history, span) {
    const answers = history.events.filter(
      (event) => isWithinSpan(event, span) && isAnswer(event, helper, caller, history),
    );
    return share(answers, ({ kind }) => kind === 'honoured');
  },
  /** How many of `who` were members and ceased to be in those years, in any way, including the end of the alliance. */
  membersLeft: (fact, history, span) => new Set(exitsOf(fact, history, span).map(({ actor }) => actor)).size,
  /** Share of such exits after which the actor was a member again before those years ended. */
  revoltsPutDown(fact, history, span) {
    const { alliance, chronicle } = { alliance: fact.alliance, chronicle: history.chronicle };
    const spans = recordsOf(chronicle.alliances, alliance).flatMap((record) => record.spans);
    return share(exitsOf(fact, history, span), ({ actor, to }) =>
      spans.some((later) => later.actor === actor && later.from >= to && later.from <= span.last),
    );
  },
  /** 1 if the alliance ended in those years, else 0. */
  collapse: ({ alliance }, { chronicle }, { first, last }) =>
    recordsOf(chronicle.alliances, alliance).some(({ ended }) => ended !== null && ended >= first && ended <= last)
      ? 1
      : 0,
};

const share = <T>(cases: readonly T[], is: (one: T) => boolean): number =>
  cases.length > 0 ? cases.filter(is).length / cases.length : Number.NaN;

const recordsOf = (alliances: readonly AllianceRecord[], id: string | undefined): AllianceRecord[] =>
  alliances.filter((record) => record.id === id);

function exitsOf({ who, alliance }: Fact, { chronicle }: History, { first, last }: FactSpan) {
  return recordsOf(chronicle.alliances, alliance)
    .flatMap(({ spans }) => spans)
    .flatMap(({ actor, to }) =>
      to !== null && to >= first && to <= last && who.includes(actor) ? [{ actor, to }] : [],
    );
}

/** Whether this is the helper's answer to that very caller, who was attacked or, as its ally, attacks. */
export function isAnswer(event: Event, helper: string, caller: string, { chronicle }: History): boolean {
  if ((event.kind !== 'honoured' && event.kind !== 'reneged') || event.who[0] !== helper) return false;
  if (event.victim !== caller && event.attacker !== caller) return false;
  return recordsOf(chronicle.alliances, event.alliance).some(({ spans }) =>
    spans.some(({ actor, from, to }) => actor === caller && from <= event.tick && event.tick <= (to ?? Infinity)),
  );
}
