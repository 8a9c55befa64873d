import { play } from '../../../sim/history/record.ts';
import type { Mechanism } from '../../../sim/model/mechanism.ts';
import type { Fact } from '../../../sim/schema/history.ts';
import { Clauses } from '../../../sim/schema/treaty.ts';
import { dissolve, found } from '../../../sim/world/membership.ts';
import type { World } from '../../../sim/world/state.ts';
import { actor, allianceOf, model, only, treaty, withMechanism } from '../builders.ts';

// Histories written by hand: twenty years from the year 0 on, actors A, B, C and D, and what happens in which year.

export type Draft = Parameters<typeof model>[0];
export type Act = (world: World, context: Parameters<Mechanism['step']>[1]) => void;
export type Script = Record<number, Act>;

export const runOf = (script: Script, draft: Draft = {}) => {
  const still = model({
    ticks: 20,
    actors: ['A', 'B', 'C', 'D'].map((id) => actor(id)),
    mechanisms: only({ measure: [{ name: 'metrics' }] }),
    ...draft,
  });
  return play(
    withMechanism(still, 'realign', 'by-hand', (world, context) => script[world.tick]?.(world, context)),
    '1',
  );
};

export const fact = (kind: Fact['kind'], who: string, from: number, to: number, more: Partial<Fact> = {}): Fact => ({
  id: 'it',
  kind,
  who: who.split(' '),
  from,
  to,
  source: '',
  confidence: 'estimate',
  ...more,
});

export const pact =
  (...founders: number[]): Act =>
  (world, context) =>
    void found(world, context, founders, 'pact', Clauses.parse({}));
export const entente =
  (...founders: number[]): Act =>
  (world, context) =>
    void found(world, context, founders, 'entente', Clauses.parse({ obligations: ['consultation'] }));
/** Ends the alliance founded first. */
export const end: Act = (world, context) => dissolve(world, context, world.alliances[0]!, 'cancelled');
export const fight =
  (who: string, against: string): Act =>
  (_, context) =>
    context.emit({ kind: 'fought', who: who.split(' '), against: against.split(' '), won: true, losses: 0, spoils: 0 });

export const old = { treaties: [treaty('old', ['A', 'B', 'C'])] };
export const inOld =
  (
    act: (world: World, context: Parameters<Act>[1], alliance: NonNullable<ReturnType<typeof allianceOf>>) => void,
  ): Act =>
  (world, context) =>
    act(world, context, allianceOf(world, 'old')!);
