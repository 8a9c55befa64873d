import { z } from 'zod';
import { isHeld } from '../../model/decisions.ts';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { reasonsByActor } from '../../world/event.ts';
import type { World } from '../../world/state.ts';
import {
  checkFactors,
  type Factor,
  Factors,
  measureSizes,
  propensity,
  pullOf,
  readSides,
  shift,
  steepest,
} from './landscape/energy.ts';
import { changeSides, foundCamps, obeySideDecisions, staysByDecision } from './landscape/sides.ts';

const Side = z.int().min(0).max(2);

const params = z.strictObject({
  factors: Factors,
  start: z
    .union([Side, z.array(Side).min(1)])
    .default(0)
    .meta({
      description:
        'on which side each actor begins, 1 or 2; 0: drawn at random; one number for all of them, or one for each',
    }),
});
type Params = z.infer<typeof params>;

/**
 * Steepest descent on the energy landscape of two camps. The first tick places the actors. In each later tick the actor whose
 * change of side lowers the energy most changes sides, until no change lowers it.
 */
export const descent = mechanism({
  name: 'descent',
  phase: 'realign',
  allExist: true,
  cites: ['Axelrod & Bennett 1993'],
  owns: ['relational', 'hostility'],
  params,
  check({ factors, start }, scenario, at, report) {
    checkFactors(factors, scenario, at, report);
    const n = scenario.actors.length;
    if (typeof start !== 'number' && start.length !== 1 && start.length !== n)
      report([...at, 'start'], `expected one number, or ${n} (one for each actor), got a list of ${start.length}`);
  },
  step(world, context) {
    const { factors } = context.params;
    obeySideDecisions(world, context);
    if (world.tick === 0) feel(world, factors);
    if (world.tick === 0 && world.alliances.length === 0) {
      place(world, context);
      return;
    }
    const n = world.shape.actors;
    const pull = pullOf(factors, measureSizes(world, context.model, context.scratch.a), n);
    const side = readSides(world, context.scratch.mark);
    const mover = steepest(n, pull, side, (i) => !isHeld(context, i));
    if (mover < 0 || staysByDecision(world, context, mover)) return;
    const drops = context.scratch.b;
    for (let j = 0; j < n; j++) drops[j] = -shift(pull, side, mover, j);
    changeSides(world, context, mover, reasonsByActor('pull', context.names.slice(0, n), drops));
  },
});

/** Shows propensities as trust and ill will, scaled to the largest, so that charts show what attracts and what repels. */
function feel({ shape: { actors: n }, columns: { relational, hostility } }: World, factors: readonly Factor[]): void {
  let most = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) most = Math.max(most, Math.abs(propensity(factors, n, i, j)));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const p = propensity(factors, n, i, j) / (most || 1);
      relational[i * n + j] = Math.max(0, p);
      hostility[i * n + j] = Math.max(0, -p);
    }
  }
}

/** Places each actor where the scenario says, else at random, so that every configuration is equally likely. */
function place(world: World, context: StepContext<Params>): void {
  const { start } = context.params;
  const camps: [number[], number[]] = [[], []];
  for (let i = 0; i < world.shape.actors; i++) {
    const given = typeof start === 'number' ? start : start[start.length === 1 ? 0 : i]!;
    camps[given === 0 ? context.random().below(2) : given - 1]!.push(i);
  }
  foundCamps(world, context, camps);
}
