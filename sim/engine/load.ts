import { pow } from '../exact/exact-math.ts';
import { compile, formulaNames } from '../exact/formula.ts';
import { MEASURES } from '../measures/index.ts';
import { soundForeign } from '../mechanisms/foreign.ts';
import { chosenMechanisms, findMechanism } from '../mechanisms/index.ts';
import { compileCapabilities, compileExistence, compileShock } from '../model/compile.ts';
import { compileFormulas } from '../model/formulas.ts';
import type { Mechanism, MechanismOptions } from '../model/mechanism.ts';
import { CONTRIBUTION_NAMES, type CompiledShock, type Model } from '../model/model.ts';
import { STRATEGIES } from '../schema/actor.ts';
import { dateAfter } from '../schema/calendar.ts';
import { idIndexOf } from '../schema/id-index.ts';
import { numbersOf } from '../schema/parameter.ts';
import type { Scenario } from '../schema/scenario.ts';
import { updateAffinity } from '../world/affinity.ts';
import { COLUMN_NAMES, columnsOver, type Shape } from '../world/columns.ts';
import { emptyActor, settleAbsence } from '../world/existence.ts';
import { demandFinite } from '../world/finite.ts';
import { measureStrength } from '../world/strength.ts';
import { createWorld, snapshot } from '../world/world.ts';
import { initialBelief, writeActors, writeDyads, writeMeanTrust, writeTreaties } from './initial-state.ts';

/**
 * Makes a valid scenario ready to run: resolves ids to indices, converts years to ticks, compiles formulas and computes the initial
 * state.
 * @param options the same mechanisms that `check` was given.
 * @throws {Error} on what `check` would have refused; call that first for untrusted input. Also a sentence, where the initial state
 * is beyond the range of numbers.
 */
export function load(scenario: Scenario, options: MechanismOptions = {}): Model {
  const { ticksPerYear, start } = scenario.time;
  const names = idIndexOf(scenario);
  const existence = compileExistence(scenario, names);
  const chosen = chosenMechanisms(scenario.mechanisms, soundForeign(options.mechanisms));
  const shape: Shape = {
    actors: scenario.actors.length,
    resources: scenario.resources.length,
    axes: scenario.interests.length,
    threats: scenario.threats.length,
    measures: MEASURES.length,
    ...(existence && { existence }),
    ...writersOf(chosen.map(({ mechanism }) => mechanism)),
  };
  const perTick = remembered((hazard) => (hazard >= 1 ? 1 : 1 - pow(1 - hazard, 1 / ticksPerYear)));
  const ticksOf = (years: number): number => (years === 0 ? 0 : Math.max(1, Math.round(years * ticksPerYear)));
  const numbers = numbersOf(scenario.parameters);
  const parameterNames = numbers.map(([name]) => name);
  const expost = numbers.some(([name, value]) => name === 'expost' && value === 1);
  const shocks = scenario.shocks
    .filter((shock) => !shock.expost || expost)
    .map((shock) => compileShock(shock, names, parameterNames, scenario, perTick));
  const scheduled = new Map<number, CompiledShock[]>();
  for (const shock of shocks) {
    if (shock.tick < 0) continue;
    const day = scheduled.get(shock.tick);
    if (day) day.push(shock);
    else scheduled.set(shock.tick, [shock]);
  }

  const weight = Float64Array.from(scenario.resources, (kind) => kind.weight);
  const world = createWorld(shape, parameterNames.length);
  world.parameters.set(numbers.map(([, value]) => value));
  settleAbsence(world, 0);
  const meanStrength = writeActors(world, scenario, names, weight);
  writeDyads(world, scenario, names);
  const model: Omit<Model, 'start'> = {
    scenario,
    shape,
    names,
    ids: [...names.actors.keys(), ...names.threats.keys()],
    parameterNames,
    weight,
    yield: Float64Array.from(scenario.resources, (kind) => kind.yield),
    growth: Float64Array.from(scenario.resources, (kind) => pow(1 + kind.growth, 1 / ticksPerYear)),
    recorded: scenario.resources.map(({ id }) => scenario.capabilities.some((series) => series.resource === id)),
    meanStrength,
    scheduled,
    random: shocks.filter((shock) => shock.tick < 0),
    strategy: Uint8Array.from(scenario.actors, (actor) => STRATEGIES.indexOf(actor.strategy)),
    contributions: new Map(
      scenario.actors.flatMap((actor, k) =>
        actor.strategy === 'expression' && actor.contribution !== undefined
          ? [[k, compile(String(actor.contribution), formulaNames(CONTRIBUTION_NAMES, parameterNames))] as const]
          : [],
      ),
    ),
    capabilities: compileCapabilities(scenario, names),
    mechanisms: chosen.map((rule) =>
      rule.mechanism.formulas
        ? { ...rule, formulas: compileFormulas(rule.mechanism, rule.params, parameterNames) }
        : rule,
    ),
    perTick,
    ticksOf,
    yearOf: (tick) => dateAfter(start, tick / ticksPerYear),
  };
  measureStrength(world, model);
  world.columns.belief.set(initialBelief(world));
  const entrants = existence && columnsOver(shape, world.buffer.slice(0));
  for (const actor of world.derived.away) emptyActor(world, actor);
  writeTreaties(world, scenario, names);
  updateAffinity(world);
  writeMeanTrust(world);
  const ready = { ...model, start: snapshot(world) };
  MEASURES.forEach((measure, k) => {
    world.columns.metrics[k] = measure.of(world, ready);
  });
  demandFinite(world, model.ids, true);
  return { ...ready, start: snapshot(world), ...(entrants && { entrants }) };
}

/** Which columns they write. What is digested in which order follows from the engine’s own mechanisms, so that one more changes no digest. */
function writersOf(mechanisms: readonly Mechanism[]): Pick<Shape, 'live' | 'foreign' | 'unowned'> {
  const isOwn = (one: Mechanism): boolean => findMechanism(one.phase, one.name) === one;
  const live = new Set(mechanisms.filter(isOwn).flatMap(({ owns = COLUMN_NAMES }) => owns));
  const foreign = mechanisms.filter((one) => !isOwn(one));
  return {
    live,
    foreign: foreign.length > 0,
    unowned: foreign.some(({ owns }) => owns?.every((column) => live.has(column)) !== true),
  };
}

/**
 * A model asks for the same few hazards every tick, so this caches each in a slot given by its digits, until another takes the
 * slot.
 */
function remembered(convert: (hazard: number) => number): (hazard: number) => number {
  const hazards = new Float64Array(256).fill(-1);
  const found = new Float64Array(256);
  return (hazard) => {
    const place = (hazard * 65_521) & 255;
    if (hazards[place] !== hazard) {
      hazards[place] = hazard;
      found[place] = convert(hazard);
    }
    return found[place]!;
  };
}
