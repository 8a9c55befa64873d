import { withoutEvent } from '../../sim/counterfactual/without-event.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Event } from '../../sim/world/event.ts';
import { isKey, t } from '../i18n/index.ts';
import type { NamesById } from '../i18n/names-of.ts';
import { listPhrase, textOf } from '../run-view/phrase.ts';
import type { Plan } from '../run-view/plan.ts';
import type { RunView } from '../run-view/run-view.ts';
import { isHeard, type WhatIfKind } from '../run-view/what-if.ts';
import { nameWithArticle } from '../run-view/words.ts';
import { explainingEventOf } from '../why/explaining-event.ts';

/** The branch in which an event does not happen; undefined where no single change takes it away. */
export function planWithout(run: RunView, event: Event): Plan | undefined {
  if (run.timeless) return undefined;
  const { replay, clock, ticks } = run;
  const found = withoutEvent(
    decisiveEvent(run, event),
    {
      ticks,
      ticksPerYear: clock.ticksPerYear,
      events: run.events,
      interventions: replay.interventions,
      threats: new Set(replay.threats.map(({ id }) => id)),
      membersAt: (alliance, tick) => membersAt(run, alliance, tick),
    },
    event.kind === 'attacked' ? t('without.peace', sidesOf(run, event)) : '',
  );
  if (!found?.remedy.every((change) => isHeard(run, kindOf(change)))) return undefined;
  const { at, remedy, without } = found;
  return { tick: at, interventions: remedy, ...(without.length > 0 && { without }) };
}

/** What the form for a branch calls such a change. */
function kindOf(change: Intervention): WhatIfKind {
  if (change.kind === 'decide')
    return change.choice.act === 'leave' || change.choice.act === 'stay' ? 'stay' : 'honour';
  return change.kind === 'cancel' ? 'cancel' : 'hostility';
}

/** Who leaves when its notice is up decided so when it gave notice. */
const decisiveEvent = (run: RunView, event: Event): Event =>
  event.kind === 'left' ? (explainingEventOf(run, event) ?? event) : event;

function membersAt({ replay }: RunView, alliance: string, tick: number): string[] {
  return replay.alliances
    .filter(({ id }) => id === alliance)
    .flatMap(({ spans }) => spans)
    .filter(({ from, to }) => from < tick && (to === null || to >= tick))
    .map(({ actor }) => actor);
}

const sidesOf = (run: RunView, { who, victim }: Extract<Event, { kind: 'attacked' }>) => ({
  attacker: textOf(listPhrase(who, run)),
  victim: run.actorName(victim),
});

/** "Without the dismissal of Bismarck", "without the war of Sparta against Athens". */
export function withoutWords(run: RunView, event: Event, shocks: NamesById): string {
  const who = textOf(listPhrase(event.who, run));
  const alliance = 'alliance' in event && event.alliance ? nameWithArticle(run.allianceName(event.alliance)) : '';
  switch (event.kind) {
    case 'shock':
      return shockWords(event, shocks);
    case 'attacked':
      return t('without.attacked', sidesOf(run, event));
    case 'honoured':
    case 'reneged':
      return t(`without.${event.kind}`, { who, count: event.who.length });
    default: {
      const key = `without.${event.kind}`;
      return t(isKey(key) ? key : 'without.other', { who, alliance, count: event.who.length });
    }
  }
}

/** A shock that strikes at random may strike again: without it, it does not. */
function shockWords({ name, shock, chance }: Extract<Event, { kind: 'shock' }>, nouns: NamesById) {
  const noun = Object.hasOwn(nouns, shock) ? nouns[shock] : undefined;
  const what = noun ?? t('without.quoted', { name });
  return t(chance ? 'without.shock-random' : 'without.shock', { what });
}
