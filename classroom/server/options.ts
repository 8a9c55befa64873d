import type { Model } from '../../sim/model/model.ts';
import type { Choice } from '../../sim/schema/intervention.ts';
import type { Alliance, Member } from '../../sim/world/alliance.ts';
import type { World } from '../../sim/world/state.ts';

/** Efforts that are offered, as multiples of what the treaty asks. */
const STEPS = [0, 0.5, 1, 1.5, 2];
const MOST_OPTIONS = 60;

/** What a player may choose from as things stand; other choices are open to it too, as an effort in between. */
export function optionsFor(model: Model, world: World, actor: string, acts: ReadonlySet<string>): Choice[] {
  const i = model.names.actors.get(actor)!;
  const options: Choice[] = [];
  const mine: [Alliance, Member][] = [];
  for (const alliance of world.alliances) {
    const member = alliance.members.find((one) => one.actor === i);
    if (member) mine.push([alliance, member]);
  }
  if (acts.has('contribute')) options.push(...efforts(world, i, mine));
  for (const [{ id: alliance }, member] of mine) {
    if (acts.has('leave')) options.push({ act: 'leave', alliance });
    if (member.leaves >= 0 && acts.has('stay')) options.push({ act: 'stay', alliance });
    if (acts.has('bear')) options.push({ act: 'bear', alliance });
    if (acts.has('vote')) for (const support of [true, false]) options.push({ act: 'vote', alliance, support });
  }
  if (acts.has('join'))
    for (const alliance of world.alliances)
      if (!mine.some(([one]) => one === alliance)) options.push({ act: 'join', alliance: alliance.id });
  return options.slice(0, MOST_OPTIONS);
}

function efforts(world: World, i: number, mine: readonly [Alliance, Member][]): Choice[] {
  const { budget, effort } = world.columns;
  const all = budget[i]!;
  if (!(all > 0)) return [];
  const rates = (asked: number, now: number, alliance?: string): Choice[] => {
    const chosen = new Set([...STEPS.map((step) => rounded(Math.min(1, (step * asked) / all))), rounded(now / all)]);
    return [...chosen]
      .sort((a, b) => a - b)
      .map((rate) => ({ act: 'contribute', rate, ...(alliance !== undefined && { alliance }) }));
  };
  const common = mine.filter(([{ rival }]) => !rival);
  const asked = Math.max(effort[i]! / 2, ...common.map(([, { quota }]) => quota));
  const options = rates(asked > 0 ? asked : all / 10, effort[i]!);
  for (const [{ id, rival }, member] of mine)
    if (rival) options.push(...rates(Math.max(member.quota, member.effort / 2), member.effort, id));
  return options;
}

/** Of tenths of a percent. */
const rounded = (rate: number): number => Math.round(rate * 1_000) / 1_000;

/** Whether a choice is what happens where nothing is decided: the effort of the last round goes on, and so do its treaties. */
export function isDefault(world: World, i: number, choice: Choice): boolean {
  if (choice.act !== 'contribute') return choice.act === 'stay';
  const { budget, effort } = world.columns;
  const { alliance: id } = choice;
  const member = world.alliances.find((one) => one.id === id)?.members.find(({ actor }) => actor === i);
  return rounded((id === undefined ? effort[i]! : (member?.effort ?? 0)) / budget[i]!) === choice.rate;
}

/** Actors that may call this one to arms, by the treaties that bind it. */
export function partnersOf(model: Model, world: World, actor: string): string[] {
  const i = model.names.actors.get(actor)!;
  const partners = new Set<number>();
  for (const { members, clauses } of world.alliances) {
    if (!clauses.obligations.some((one) => one === 'defence' || one === 'offence')) continue;
    if (members.some((one) => one.actor === i)) for (const one of members) if (one.actor !== i) partners.add(one.actor);
  }
  return [...partners].sort((a, b) => a - b).map((j) => model.ids[j]!);
}
