import { PHASES, type ScenarioDraft } from '../../sim/schema/scenario.ts';
import { mulberry32 } from '../kernel.ts';

// Laboratory worlds: small and plain, with default mechanisms and default parameters. Only inputs differ between conditions.

type ActorDraft = ScenarioDraft['actors'][number];
type TreatyDraft = NonNullable<ScenarioDraft['treaties']>[number];
export type ShockDraft = NonNullable<ScenarioDraft['shocks']>[number];

export interface LaboratoryWorld extends Partial<Omit<ScenarioDraft, 'time'>> {
  years: number;
  ticksPerYear?: number;
}

/** A world that starts in the year 0, with power as its one resource and order as its one interest. */
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

/** Actors A1, A2 …, all alike except for what `more` gives for the k-th. */
export const actors = (count: number, more: (k: number) => Partial<ActorDraft> = () => ({})): ActorDraft[] =>
  Array.from({ length: count }, (_, k) => actor(`A${k + 1}`, more(k)));

export const actorIds = (all: readonly ActorDraft[]): string[] => all.map(({ id }) => id);

export const treaty = (id: string, members: string[], more: Partial<TreatyDraft> = {}): TreatyDraft => ({
  id,
  name: id,
  members,
  ...more,
});

/** An outside threat with the same ill will toward all of them. */
export const menace = (who: readonly string[], strength: number, hostility = 0.6) => ({
  id: 'menace',
  name: 'Menace',
  strength,
  hostility: Object.fromEntries(who.map((id) => [id, hostility])),
  proximity: Object.fromEntries(who.map((id) => [id, 0.8])),
});

/**
 * Default mechanisms without the phases named (such as realignment and crisis), so that memberships are fixed and only payment is
 * at issue.
 */
export const settled = (...still: (typeof PHASES)[number][]): NonNullable<ScenarioDraft['mechanisms']> =>
  Object.fromEntries(PHASES.filter((phase) => still.includes(phase)).map((phase) => [phase, []]));

/** Random numbers in [0, 1), the same for the same seed. */
export const draws = (seed: number): (() => number) => mulberry32(Math.imul(seed, 0x9e3779b1) ^ 0x5f0ed05);
