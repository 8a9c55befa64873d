import type { Replay } from '../../sim/results/replay.ts';
import type { RunView } from './run-view.ts';

// What can be asked of a run at a tick: which kinds of change, of whom, and about what.

export const WHAT_IFS = [
  { kind: 'leave', group: 'decision' },
  { kind: 'stay', group: 'decision' },
  { kind: 'join', group: 'decision' },
  { kind: 'propose', group: 'decision' },
  { kind: 'contribute', group: 'decision' },
  { kind: 'honour', group: 'decision' },
  { kind: 'renege', group: 'decision' },
  { kind: 'strength', group: 'shock' },
  { kind: 'hostility', group: 'shock' },
  { kind: 'avert', group: 'shock' },
  { kind: 'loyalty', group: 'trait' },
  { kind: 'autonomy', group: 'trait' },
  { kind: 'valuation', group: 'trait' },
  { kind: 'cancel', group: 'rule' },
  { kind: 'parameter', group: 'rule' },
] as const;
export type WhatIfKind = (typeof WHAT_IFS)[number]['kind'];

/** A what-if as it stands in the form: all its fields, of which each kind reads its own. Numbers as they were typed. */
export interface WhatIfDraft {
  kind: WhatIfKind;
  actor: string;
  /** An alliance. */
  alliance: string;
  /** Another actor, a shock or a parameter. */
  other: string;
  /** Percent of the budget. */
  share: string;
  factor: string;
  /** Ill will, 0 … 1. */
  level: string;
  /** Years, or rounds where there is no calendar; empty for good. */
  lasts: string;
  value: string;
}

export const BLANK: WhatIfDraft = {
  kind: 'leave',
  actor: '',
  alliance: '',
  other: '',
  share: '0',
  factor: '0.5',
  level: '0.9',
  lasts: '5',
  value: '0.2',
};

const INTERVENTIONS: [phase: string, names: readonly string[]] = ['shock', ['interventions']];

/** Who listens to a decision: mechanisms by phase, for scenarios that do not leave the phase to the default ones. */
const LISTENERS: Partial<Record<WhatIfKind, [phase: string, names: readonly string[]]>> = {
  leave: ['realign', ['moves', 'descent']],
  stay: ['realign', ['moves', 'descent']],
  join: ['realign', ['moves', 'descent']],
  propose: ['realign', ['moves']],
  contribute: ['contribute', ['pledges', 'public-good', 'laboratory', 'grim-trigger']],
  strength: INTERVENTIONS,
  hostility: INTERVENTIONS,
  avert: INTERVENTIONS,
  loyalty: INTERVENTIONS,
  autonomy: INTERVENTIONS,
  valuation: INTERVENTIONS,
  cancel: INTERVENTIONS,
  parameter: INTERVENTIONS,
};

/** Whether a change of that kind does anything in a scenario with the mechanisms that this one has. */
export function isHeard({ scenario }: RunView, kind: WhatIfKind): boolean {
  const listener = LISTENERS[kind];
  const chosen = listener && scenario.mechanisms?.[listener[0]];
  return !chosen || chosen.some(({ name }) => listener[1].includes(name));
}

/** Alliances that stand when a tick begins, with the ids of their members then, in the order they were founded. */
export function standingBefore({ alliances }: Replay, tick: number): { id: string; name: string; members: string[] }[] {
  return alliances
    .map(({ id, name, spans }) => ({
      id,
      name,
      members: spans.filter(({ from, to }) => from < tick && (to === null || to >= tick)).map(({ actor }) => actor),
    }))
    .filter(({ members }) => members.length > 1);
}

/** The first tick from `tick` on in which an ally calls upon the actor; undefined where none does any more. */
export const nextCall = ({ events }: RunView, actor: string, tick: number): number | undefined =>
  events.find(
    (event) =>
      event.tick >= tick && (event.kind === 'honoured' || event.kind === 'reneged') && event.who.includes(actor),
  )?.tick;

/** Shocks that strike in a tick or after it, each with the tick in which it does first: a branch begins before what happens in its tick. */
export function shocksFrom({ events }: RunView, tick: number): { id: string; name: string; tick: number }[] {
  const found = new Map<string, { id: string; name: string; tick: number }>();
  for (const event of events)
    if (event.kind === 'shock' && event.tick >= tick && !found.has(event.shock))
      found.set(event.shock, { id: event.shock, name: event.name, tick: event.tick });
  return [...found.values()];
}

/** Parameters that a run goes on reading; those with a sentence and a range it reads once, as it does `expost`. */
export const settable = ({ replay: { parameters } }: RunView): { id: string; name: string }[] =>
  parameters
    .filter(({ name, describe, value }) => describe === '' && typeof value === 'number' && name !== 'expost')
    .map(({ name }) => ({ id: name, name }));

/** Whether it is an actor that changes; else it is a shock, a treaty or a parameter. */
export const hasActor = (kind: WhatIfKind): boolean => kind !== 'avert' && kind !== 'cancel' && kind !== 'parameter';

/** Whether what a kind is about is a treaty. */
export const isAboutTreaty = (kind: WhatIfKind): boolean =>
  kind === 'leave' || kind === 'stay' || kind === 'join' || kind === 'cancel';

/** What a change of that kind and actor may be about: alliances, other actors, shocks, parameters; none where it needs nothing. */
export function objectsOf(run: RunView, tick: number, kind: WhatIfKind, actor: string): { id: string; name: string }[] {
  switch (kind) {
    case 'leave':
    case 'stay':
      return standingBefore(run.replay, tick).filter(({ members }) => members.includes(actor));
    case 'join':
      return standingBefore(run.replay, tick).filter(({ members }) => !members.includes(actor));
    case 'cancel':
      return standingBefore(run.replay, tick);
    case 'propose':
    case 'hostility':
      return run.actors.filter(({ id }) => id !== actor);
    case 'avert':
      return shocksFrom(run, tick);
    case 'parameter':
      return settable(run);
    default:
      return [];
  }
}

const NEEDS_OBJECT: readonly WhatIfKind[] = ['leave', 'stay', 'join', 'propose', 'hostility'];

/** Whom a kind of change can be about at a tick. */
export function subjectsOf(run: RunView, tick: number, kind: WhatIfKind): RunView['actors'] {
  if (!isHeard(run, kind) || !hasActor(kind)) return [];
  if (kind === 'strength' && !run.scenario.resources?.length) return [];
  if (kind === 'honour' || kind === 'renege')
    return run.actors.filter(({ id }) => nextCall(run, id, tick) !== undefined);
  if (!NEEDS_OBJECT.includes(kind)) return run.actors;
  return run.actors.filter(({ id }) => objectsOf(run, tick, kind, id).length > 0);
}

function isPossible(run: RunView, tick: number, kind: WhatIfKind): boolean {
  if (hasActor(kind)) return subjectsOf(run, tick, kind).length > 0;
  return isHeard(run, kind) && objectsOf(run, tick, kind, '').length > 0;
}

/** The kinds that make sense of this run at this tick; a game that is decided at once has no middle to change. */
export const kindsAt = (run: RunView, tick: number): (typeof WHAT_IFS)[number][] =>
  run.timeless ? [] : WHAT_IFS.filter(({ kind }) => isPossible(run, tick, kind));

/** The draft with what no longer fits put right: the first that does takes its place. */
export function settle(run: RunView, tick: number, draft: WhatIfDraft): WhatIfDraft {
  const kinds = kindsAt(run, tick);
  const kind = (kinds.find((one) => one.kind === draft.kind) ?? kinds[0])?.kind ?? draft.kind;
  const subjects = subjectsOf(run, tick, kind);
  const actor = (subjects.find(({ id }) => id === draft.actor) ?? subjects[0])?.id ?? '';
  const objects = objectsOf(run, tick, kind, actor);
  const pick = (wanted: string): string => (objects.find(({ id }) => id === wanted) ?? objects[0])?.id ?? '';
  const about = isAboutTreaty(kind) ? { alliance: pick(draft.alliance) } : { other: pick(draft.other) };
  return { ...draft, kind, actor, ...about };
}
