import type { Replay } from '../../sim/replay.ts';
import type { Story } from './story.ts';

// What can be asked of a run at a tick: which kinds of change, of whom, and about what.

export const WHAT_IFS = [
  { kind: 'leave', group: 'A decision', says: 'leaves an alliance' },
  { kind: 'join', group: 'A decision', says: 'joins an alliance' },
  { kind: 'propose', group: 'A decision', says: 'proposes an alliance' },
  { kind: 'contribute', group: 'A decision', says: 'contributes a share of its budget' },
  { kind: 'honour', group: 'A decision', says: 'keeps its word at its next call' },
  { kind: 'renege', group: 'A decision', says: 'breaks its word at its next call' },
  { kind: 'strength', group: 'A shock', says: 'grows stronger or weaker' },
  { kind: 'hostility', group: 'A shock', says: 'and another turn on each other' },
  { kind: 'loyalty', group: 'A trait', says: 'has another loyalty' },
  { kind: 'autonomy', group: 'A trait', says: 'dislikes constraint more or less' },
  { kind: 'valuation', group: 'A trait', says: 'wants protection more or less' },
] as const;
export type Kind = (typeof WHAT_IFS)[number]['kind'];

/** A what-if as it stands in the form: all its fields, of which each kind reads its own. Numbers as they were typed. */
export interface Draft {
  kind: Kind;
  actor: string;
  /** An alliance. */
  alliance: string;
  /** Another actor. */
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

export const BLANK: Draft = {
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

/** Who listens to a decision: mechanisms by phase, for scenarios that do not leave the phase to the default ones. */
const LISTENERS: Partial<Record<Kind, [phase: string, names: readonly string[]]>> = {
  leave: ['realign', ['moves', 'descent']],
  join: ['realign', ['moves', 'descent']],
  propose: ['realign', ['moves']],
  contribute: ['contribute', ['pledges', 'public-good', 'laboratory', 'grim-trigger']],
  strength: ['shock', ['interventions']],
  hostility: ['shock', ['interventions']],
  loyalty: ['shock', ['interventions']],
  autonomy: ['shock', ['interventions']],
  valuation: ['shock', ['interventions']],
};

function isHeard({ setting }: Story, kind: Kind): boolean {
  const listener = LISTENERS[kind];
  const chosen = listener && setting.mechanisms?.[listener[0]];
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
export const nextCall = ({ events }: Story, actor: string, tick: number): number | undefined =>
  events.find(
    (event) =>
      event.tick >= tick && (event.kind === 'honoured' || event.kind === 'reneged') && event.who.includes(actor),
  )?.tick;

/** What a decision of that kind and actor may be about: alliances, or other actors; none where it needs neither. */
export function objectsOf(story: Story, tick: number, kind: Kind, actor: string): { id: string; name: string }[] {
  switch (kind) {
    case 'leave':
      return standingBefore(story.replay, tick).filter(({ members }) => members.includes(actor));
    case 'join':
      return standingBefore(story.replay, tick).filter(({ members }) => !members.includes(actor));
    case 'propose':
    case 'hostility':
      return story.actors.filter(({ id }) => id !== actor);
    default:
      return [];
  }
}

const NEEDS_OBJECT: readonly Kind[] = ['leave', 'join', 'propose', 'hostility'];

/** Whom a kind of change can be about at a tick. */
export function subjectsOf(story: Story, tick: number, kind: Kind): Story['actors'] {
  if (!isHeard(story, kind)) return [];
  if (kind === 'strength' && !story.setting.resources?.length) return [];
  if (kind === 'honour' || kind === 'renege')
    return story.actors.filter(({ id }) => nextCall(story, id, tick) !== undefined);
  if (!NEEDS_OBJECT.includes(kind)) return story.actors;
  return story.actors.filter(({ id }) => objectsOf(story, tick, kind, id).length > 0);
}

/** The kinds that make sense of this run at this tick; a game that is decided at once has no middle to change. */
export const kindsAt = (story: Story, tick: number): (typeof WHAT_IFS)[number][] =>
  story.timeless ? [] : WHAT_IFS.filter(({ kind }) => subjectsOf(story, tick, kind).length > 0);

/** The draft with what no longer fits put right: the first that does takes its place. */
export function settle(story: Story, tick: number, draft: Draft): Draft {
  const kinds = kindsAt(story, tick);
  const kind = (kinds.find((one) => one.kind === draft.kind) ?? kinds[0])?.kind ?? draft.kind;
  const subjects = subjectsOf(story, tick, kind);
  const actor = (subjects.find(({ id }) => id === draft.actor) ?? subjects[0])?.id ?? '';
  const objects = objectsOf(story, tick, kind, actor);
  const pick = (wanted: string): string => (objects.find(({ id }) => id === wanted) ?? objects[0])?.id ?? '';
  const about = kind === 'leave' || kind === 'join' ? { alliance: pick(draft.alliance) } : { other: pick(draft.other) };
  return { ...draft, kind, actor, ...about };
}
