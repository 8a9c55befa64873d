import type { Model } from '../model/model.ts';
import type { World } from '../world/state.ts';
import { createWorld, restore, snapshot } from '../world/world.ts';
import { believedWorld } from './believed-world.ts';
import { answerIn } from './call.ts';
import type { PreviewChoice } from './choice.ts';
import { changesBetween, outlookOf } from './outlook.ts';
import type { Preview } from './preview-result.ts';
import { type Done, joinIn, leaveIn, signIn } from './treaties.ts';
import { voteIn } from './vote.ts';

/**
 * What a decision would pay and get for an actor, by what it believes, if the others do as in the last tick. Nothing is drawn, so it
 * tells nothing of what a seed holds; the world stays as it is.
 * @param world a state between two ticks. @param actor its id. @param choice as `checkedPreview` returns it.
 */
export const preview = (model: Model, world: World, actor: string, choice: PreviewChoice): Preview =>
  previewsFor(model, world, actor)(choice);

/** The same for several decisions of one actor at one state: what it believes, and what it expects without any of them, is worked out once. */
export function previewsFor(model: Model, world: World, actor: string): (choice: PreviewChoice) => Preview {
  const i = model.names.actors.get(actor)!;
  const now = believedWorld(model, world, i);
  const before = outlookOf(model, copyOf(model, now), i, {});
  return (choice) => previewFrom(model, world.tick, now, before, actor, choice);
}

function previewFrom(
  model: Model,
  tick: number,
  now: World,
  before: ReturnType<typeof outlookOf>,
  actor: string,
  choice: PreviewChoice,
): Preview {
  const i = model.names.actors.get(actor)!;
  const then = copyOf(model, now);
  const done = carryOut(model, now, then, i, choice);
  const barred = 'barred' in done;
  const wanted = barred ? {} : done.wanted;
  const budget = now.columns.budget[i]!;
  const after = barred ? before : outlookOf(model, then, i, wanted);
  return {
    actor,
    choice,
    tick,
    from: tick,
    unit: budgetUnitOf(model),
    ticksPerYear: model.scenario.time.ticksPerYear,
    budget,
    ...changesBetween(model, budget, before, after),
    ...(barred ? { barred: done.barred } : done.told),
  };
}

function carryOut(model: Model, now: World, then: World, i: number, choice: PreviewChoice): Done {
  switch (choice.act) {
    case 'contribute':
      return contributeIn(now, i, choice);
    case 'leave':
      return leaveIn(model, now, then, i, choice);
    case 'join':
      return joinIn(model, now, then, i, choice);
    case 'sign':
      return signIn(model, now, then, i, choice);
    case 'vote':
      return voteIn(model, now, then, i, choice);
    case 'honour':
    case 'renege':
      return answerIn(model, now, then, i, choice);
  }
}

/** An effort for a treaty whose benefit is not divided is the one effort for all of them. */
function contributeIn(
  world: World,
  i: number,
  { rate, alliance: id }: Extract<PreviewChoice, { act: 'contribute' }>,
): Done {
  const effort = rate * world.columns.budget[i]!;
  if (id === undefined) return { wanted: { common: effort } };
  const alliance = world.alliances.find((one) => one.id === id);
  if (!alliance) return { barred: 'no-alliance' };
  if (!alliance.members.some(({ actor }) => actor === i)) return { barred: 'no-member' };
  return { wanted: alliance.rival ? { pool: { alliance: id, effort } } : { common: effort } };
}

function copyOf(model: Model, world: World): World {
  const copy = createWorld(model.shape, model.parameterNames.length);
  restore(copy, snapshot(world));
  return copy;
}

/** What a budget is counted in: the kind that yields most to a budget; where a scenario has several, their units are commensurable. */
export function budgetUnitOf({ scenario: { resources } }: Model): Preview['unit'] {
  let most = resources[0]!;
  for (const kind of resources) if (kind.yield > most.yield) most = kind;
  return { resource: most.id, unit: most.unit };
}
