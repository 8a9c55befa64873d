import { check, faultSentence } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import type { History } from '../../sim/history/history.ts';
import { play } from '../../sim/history/record.ts';
import type { Mechanism } from '../../sim/model/mechanism.ts';
import type { Model } from '../../sim/model/model.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { PHASES, type Phase, type Scenario, type ScenarioDraft } from '../../sim/schema/scenario.ts';
import type { Event, EventKind } from '../../sim/world/event.ts';
import type { World } from '../../sim/world/state.ts';
import { dyadPlace } from '../../sim/world/state-path.ts';

// Worlds small enough to be written by hand and read at a glance.

type Draft = Partial<Omit<ScenarioDraft, 'time'>> & { ticks?: number; ticksPerYear?: number };

/** A scenario of one resource, `arms`, with yearly ticks from the year 0 on; checked like a stranger's. */
export function scenario({ ticks = 40, ticksPerYear = 1, ...draft }: Draft): Scenario {
  const checked = check({
    format: 'foedus-scenario/1',
    id: 'by-hand',
    title: 'By hand',
    kind: 'laboratory',
    summary: '',
    time: { start: 0, ticks, ticksPerYear },
    resources: [{ id: 'arms', name: 'Arms', unit: 'points' }],
    actors: [],
    ...draft,
  });
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
  return checked.value;
}

export const model = (draft: Draft): Model => load(scenario(draft));

type ActorDraft = ScenarioDraft['actors'][number];
export const actor = (id: string, more: Partial<ActorDraft> = {}): ActorDraft => ({
  id,
  name: id,
  resources: { arms: 100 },
  ...more,
});

type TreatyDraft = NonNullable<ScenarioDraft['treaties']>[number];
export const treaty = (id: string, members: string[], more: Partial<TreatyDraft> = {}): TreatyDraft => ({
  id,
  name: id,
  members,
  ...more,
});

type Chosen = NonNullable<ScenarioDraft['mechanisms']>;
/** Nothing happens but what is named here. */
export const only = (chosen: Chosen): Chosen =>
  Object.fromEntries(PHASES.map((phase) => [phase, chosen[phase] ?? []])) as Chosen;
/** The default world with these phases still. */
export const without = (...phases: Phase[]): Chosen => Object.fromEntries(phases.map((phase) => [phase, []]));

export const eventsOf = (history: History, ...kinds: EventKind[]): Event[] =>
  history.events.filter(({ kind }) => kinds.includes(kind));

/** Plays one model once for each of so many seeds. */
export const replications = (count: number, of: Model, interventions: readonly Intervention[] = []): History[] =>
  Array.from({ length: count }, (_, k) => play(of, `seed ${k}`, interventions));

/** The model with one more mechanism, run after all those of the named phase. */
export function withMechanism(of: Model, phase: Phase, name: string, step: Mechanism['step']): Model {
  const mechanism = { name, phase, cites: [], params: undefined as never, step };
  const after = of.mechanisms.findIndex(
    ({ mechanism: { phase: other } }) => PHASES.indexOf(other) > PHASES.indexOf(phase),
  );
  const mechanisms = [...of.mechanisms];
  mechanisms.splice(after < 0 ? mechanisms.length : after, 0, { mechanism, params: {} });
  return { ...of, shape: { ...of.shape, foreign: true, unowned: true }, mechanisms };
}

/** What one of a pair feels toward the other, wherever the state keeps it. */
export function dyadValue(
  of: Model,
  world: World,
  field: 'calculative' | 'relational' | 'hostility' | 'proximity',
  from: string,
  to: string,
): number {
  const { column, slot } = dyadPlace(of.names, from, to, field);
  return world.columns[column][slot]!;
}

export const allianceOf = (world: World, id: string) => world.alliances.find((alliance) => alliance.id === id);
