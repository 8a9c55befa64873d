import type { Model } from '../model/model.ts';
import type { Intervention } from '../schema/intervention.ts';
import { FOES } from '../world/columns.ts';
import type { Event } from '../world/event.ts';
import type { World } from '../world/state.ts';
import { rangeOf, settingOf } from '../world/state-path.ts';

/** One number of an actor or of a pair of actors that a person can change at a tick, as it stands when that tick begins. */
export interface CounterfactualInput {
  /** Path of a `set` intervention, or `effort.ACTOR`: the share of its budget that the actor is made to contribute. */
  path: string;
  /** In the scenario's unit. */
  value: number;
  /** `unit`: on a scale from 0 to 1. `ratio`: a size that is only comparable by ratio. */
  scale: 'unit' | 'ratio';
}

const TRAITS = ['loyalty', 'autonomy', 'horizon'] as const;

/** Limit on the partners, and on the stocks, that are considered for each deciding actor. */
const PARTNERS = 3;
const STOCKS = 2;

/** The intervention that sets an input. */
export function withInput({ path }: CounterfactualInput, tick: number, to: number): Intervention {
  const [room, actor = ''] = path.split('.');
  return room === 'effort'
    ? { kind: 'decide', tick, actor, choice: { act: 'contribute', rate: to } }
    : { kind: 'set', tick, path, value: to };
}

/**
 * All inputs that concern the deciders of an event, those closest to the decision first: the deciders' own numbers, then what others
 * feel toward them, and the numbers of the one of whom it is decided.
 */
export function inputsOf(
  model: Model,
  before: World,
  after: World,
  event: Event,
  deciders: readonly string[],
): { own: CounterfactualInput[]; others: CounterfactualInput[] } {
  const few = leaderIn(model, before, event) ?? deciders.slice(0, PARTNERS);
  const subject = event.who.slice(0, 1).filter((id) => !few.includes(id));
  const inputs = [...few, ...subject].flatMap((actor) => {
    if (!model.names.actors.has(actor)) return threatInputs(model, before, actor, event);
    const around = partnersOf(model, before, event, actor).flatMap((other) => towards(model, before, actor, other));
    return [...own(model, before, actor), ...around, ...effort(model, after, actor), ...fear(model, before, actor)];
  });
  const each = [...new Map(inputs.map((input) => [input.path, input])).values()];
  const isOwn = (input: CounterfactualInput): boolean => few.includes(ownerOf(input));
  return { own: each.filter(isOwn), others: each.filter((input) => !isOwn(input)) };
}

/** Who alone decides on others in a hegemonic alliance. */
function leaderIn({ ids }: Model, { alliances }: World, event: Event): [string] | undefined {
  if (!event.because.some(({ term }) => term === 'vote') || !('alliance' in event)) return undefined;
  const alliance = alliances.find(({ id }) => id === event.alliance);
  const leader = alliance?.clauses.governance === 'hegemonic' ? ids[alliance.leader] : undefined;
  return leader === undefined || leader === event.who[0] ? undefined : [leader];
}

/** Id of the actor or threat whose number it is. */
export const ownerOf = ({ path }: Pick<CounterfactualInput, 'path'>): string => path.split('.')[1]!;

/** @throws {Error} for a path that names no place of the state. */
function input(model: Model, { columns }: World, path: string): CounterfactualInput {
  const setting = settingOf(model.names, model.parameterNames, path);
  const place = 'places' in setting ? setting.places[0] : undefined;
  if (!place) throw new Error(`${path} is not a number of the state`);
  const unit = place.column === 'threatStrength' ? model.meanStrength : 1;
  const [, high] = rangeOf(place.column);
  return { path, value: columns[place.column][place.slot]! * unit, scale: high === 1 ? 'unit' : 'ratio' };
}

const own = (model: Model, world: World, actor: string): CounterfactualInput[] => [
  ...TRAITS.map((trait) => input(model, world, `actors.${actor}.${trait}`)),
  input(model, world, `actors.${actor}.valuation`),
  ...[...model.names.resources.keys()]
    .slice(0, STOCKS)
    .map((stock) => input(model, world, `actors.${actor}.resources.${stock}`)),
];

function towards(model: Model, world: World, actor: string, other: string): CounterfactualInput[] {
  if (!model.names.actors.has(other))
    return [`threats.${other}.hostility.${actor}`, `threats.${other}.strength`].map((path) =>
      input(model, world, path),
    );
  return [
    `dyads.${actor}.${other}.relational`,
    `dyads.${actor}.${other}.calculative`,
    `dyads.${actor}.${other}.hostility`,
    `dyads.${other}.${actor}.relational`,
    `dyads.${other}.${actor}.hostility`,
  ].map((path) => input(model, world, path));
}

const effort = ({ names }: Model, { columns }: World, actor: string): CounterfactualInput[] => [
  { path: `effort.${actor}`, value: columns.rate[names.actors.get(actor)!]!, scale: 'unit' },
];

/** The ill will of the foe that the actor fears most. */
function fear(model: Model, world: World, actor: string): CounterfactualInput[] {
  const foe = world.columns.foe[model.names.actors.get(actor)! * FOES]!;
  const id = foe >= 0 ? model.ids[foe] : undefined;
  if (id === undefined || world.tick === 0) return [];
  const path = model.names.actors.has(id) ? `dyads.${id}.${actor}.hostility` : `threats.${id}.hostility.${actor}`;
  return [input(model, world, path)];
}

function threatInputs(model: Model, world: World, threat: string, event: Event): CounterfactualInput[] {
  if (!model.names.threats.has(threat)) return [];
  return othersIn(event)
    .filter((id) => model.names.actors.has(id))
    .slice(0, PARTNERS)
    .flatMap((actor) => towards(model, world, actor, threat));
}

/** Whom the event names besides the first actor. */
function othersIn(event: Event): string[] {
  const named = ['victim', 'attacker', 'against', 'to'].map((field) => Reflect.get(event, field) as unknown);
  return [...event.who, ...named.flat().filter((id) => typeof id === 'string')];
}

/** Whom the decision concerns: the actors named, then the strongest members of the alliance. */
function partnersOf(model: Model, world: World, event: Event, decider: string): string[] {
  const { strength } = world.columns;
  const alliance = 'alliance' in event ? world.alliances.find(({ id }) => id === event.alliance) : undefined;
  const members = [...(alliance?.members ?? [])]
    .sort((a, b) => strength[b.actor]! - strength[a.actor]! || a.actor - b.actor)
    .map(({ actor }) => model.ids[actor]!);
  const known = new Set(model.ids);
  const all = new Set([...othersIn(event), ...members].filter((id) => id !== decider && known.has(id)));
  return [...all].slice(0, PARTNERS);
}
