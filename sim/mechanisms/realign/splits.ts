import { z } from 'zod';
import { decisionToStay, isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { split, strongest } from '../../world/membership.ts';
import type { World } from '../../world/state.ts';
import { trustBetween } from '../../world/trust.ts';

const params = z.strictObject({
  hazard: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .meta({ description: 'probability per year, × the difference of trust, that an alliance with two camps splits' }),
  distrust: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'lowest mutual trust in an alliance from which it has no camps' }),
  rift: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'how far mean trust between camps must lie below mean trust within them before it splits' }),
});
type Params = z.infer<typeof params>;

/**
 * An alliance of four or more whose members fall into two camps around the two who distrust each other most may split (structural
 * balance: Cartwright & Harary 1956). The camp without the leader leaves.
 */
export const splits = mechanism({
  name: 'splits',
  phase: 'realign',
  cites: ['Cartwright & Harary 1956', 'Zachary 1977'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    for (const alliance of world.alliances) {
      if (alliance.members.length < 4 || !isItsDay(world, context, alliance)) continue;
      if (alliance.members.some(({ leaves }) => leaves >= 0)) continue;
      const [first, second] = poles(world, alliance);
      if (mutual(world, first, second) < context.params.distrust) divide(world, context, alliance, first, second);
    }
  },
});

/** Each alliance is examined once a year, on the anniversary of its founding. */
function isItsDay(world: World, { model }: StepContext<Params>, { founded }: Alliance): boolean {
  const age = world.tick - founded;
  return age > 0 && age % model.scenario.time.ticksPerYear === 0;
}

const mutual = (world: World, i: number, j: number): number =>
  (trustBetween(world, i, j) + trustBetween(world, j, i)) / 2;

function divide(world: World, context: StepContext<Params>, alliance: Alliance, first: number, second: number): void {
  const camps: [number[], number[]] = [[], []];
  for (const { actor } of alliance.members) {
    const near =
      actor === first ? 1 : actor === second ? -1 : mutual(world, actor, first) - mutual(world, actor, second);
    camps[near >= 0 ? 0 : 1].push(actor);
  }
  if (camps[0].length < 2 || camps[1].length < 2) return;
  const { inside, across } = trustIn(world, camps);
  const rift = inside - across;
  if (rift < context.params.rift) return;
  const probability = context.params.hazard * rift;
  const draw = context.random().uniform();
  if (draw >= probability) return;
  const leader = alliance.leader >= 0 ? alliance.leader : strongest(world, alliance);
  const camp = camps[0].includes(leader) ? camps[1] : camps[0];
  const leavers = camp.filter((actor) => !isHeld(context, actor) && !decisionToStay(context, alliance, actor));
  if (leavers.length < 2) return;
  const names = context.model.scenario.actors;
  split(world, context, alliance, leavers, `${names[leavers[0]!]!.name}–${names[leavers[1]!]!.name} league`, {
    because: [
      { term: 'trust inside', value: inside },
      { term: 'trust across', value: -across },
      { term: 'rest', value: 0 },
    ],
    score: rift,
    chance: { probability, draw },
  });
}

/** The two members with the least mutual trust. */
function poles(world: World, { members }: Alliance): [number, number] {
  let least = Infinity;
  let pair: [number, number] = [-1, -1];
  for (let a = 0; a < members.length; a++)
    for (let b = a + 1; b < members.length; b++) {
      const trust = mutual(world, members[a]!.actor, members[b]!.actor);
      if (trust >= least) continue;
      least = trust;
      pair = [members[a]!.actor, members[b]!.actor];
    }
  return pair;
}

/** Mean trust within the camps, and between them. */
function trustIn(world: World, camps: readonly (readonly number[])[]): { inside: number; across: number } {
  let inside = 0;
  let pairs = 0;
  for (const camp of camps)
    for (let a = 0; a < camp.length; a++)
      for (let b = a + 1; b < camp.length; b++, pairs++) inside += mutual(world, camp[a]!, camp[b]!);
  let across = 0;
  for (const a of camps[0]!) for (const b of camps[1]!) across += mutual(world, a, b);
  return { inside: inside / pairs, across: across / (camps[0]!.length * camps[1]!.length) };
}
