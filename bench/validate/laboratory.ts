import { PHASES, type ScenarioDraft } from '../../sim/schema/scenario.ts';
import { mulberry32 } from '../kernel.ts';

// Laboratory worlds: small, plain, default mechanisms and default parameters throughout. Only inputs differ between conditions.

type ActorDraft = ScenarioDraft['actors'][number];
type TreatyDraft = NonNullable<ScenarioDraft['treaties']>[number];
export type ShockDraft = NonNullable<ScenarioDraft['shocks']>[number];

export interface LaboratoryWorld extends Partial<Omit<ScenarioDraft, 'time'>> {
  years: number;
  ticksPerYear?: number;
}

/** A world that starts in the year 0, whose one resource is power and whose one interest is order. */
export function laboratoryScenario(id: string, { years, ticksPerYear = 2, ...draft }: LaboratoryWorld): ScenarioDraft {
  return {
    format: 'foedus-scenario/1',
    id,
    title: id,
    kind: 'laboratory',
    summary: 'A laboratory world.',
    time: { start: 0, ticks: years * ticksPerYear, ticksPerYear },
    resources: [{ id: 'power', name: 'Power', unit: 'points' }],
    interests: [{ id: 'order', name: 'Order', low: 'old', high: 'new' }],
    actors: [],
    ...draft,
  };
}

export const actor = (id: string, more: Partial<ActorDraft> = {}): ActorDraft => ({
  id,
  name: id,
  resources: { power: 100 },
  ...more,
});

/** Actors A1, A2 …, all alike but for what `more` says of the k-th. */
export const actors = (count: number, more: (k: number) => Partial<ActorDraft> = () => ({})): ActorDraft[] =>
  Array.from({ length: count }, (_, k) => actor(`A${k + 1}`, more(k)));

export const actorIds = (all: readonly ActorDraft[]): string[] => all.map(({ id }) => id);

export const treaty = (id: string, members: string[], more: Partial<TreatyDraft> = {}): TreatyDraft => ({
  id,
  name: id,
  members,
  ...more,
});

/** An outside power that bears all of them the same ill will. */
export const menace = (who: readonly string[], strength: number, hostility = 0.6) => ({
  id: 'menace',
  name: 'Menace',
  strength,
  hostility: Object.fromEntries(who.map((id) => [id, hostility])),
  proximity: Object.fromEntries(who.map((id) => [id, 0.8])),
});

/** Default mechanisms, with realignment and crisis still: who is bound stays bound, and only payment is at issue. */
export const settled = (...still: (typeof PHASES)[number][]): NonNullable<ScenarioDraft['mechanisms']> =>
  Object.fromEntries(PHASES.filter((phase) => still.includes(phase)).map((phase) => [phase, []]));

/** Numbers in [0, 1) that are the same for the same seed. */
export const draws = (seed: number): (() => number) => mulberry32(Math.imul(seed, 0x9e3779b1) ^ 0x5f0ed05);
