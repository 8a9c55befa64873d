import { ANYONE, readiness, supportAgainst } from '../mechanisms/crisis/attack/support.ts';
import type { Model } from '../model/model.ts';
import { createScratch } from '../world/scratch.ts';
import type { World } from '../world/state.ts';
import { trustBetween } from '../world/trust.ts';
import { crisisParamsOf, type Danger, dangerTo } from './danger.ts';
import { payAsWanted, returnOf, type Wanted } from './efforts.ts';
import type { FigureChange, Part, PartTerm, Preview, Sum } from './preview-result.ts';

/** A named part of one figure in one world. */
interface Figure {
  term: PartTerm;
  alliance?: string;
  who?: string;
  value: number;
}

/** What an actor pays, gets and has to fear in one world. */
export interface Outlook {
  pays: Figure[];
  asked: Figure[];
  gets: Figure[];
  danger: Danger | undefined;
  force: { own: number; support: number } | undefined;
  /** By actor: its trust in this one, and its ill will toward it. */
  trust: Float64Array;
  illWill: Float64Array;
}

/** @param world a copy, which it changes: efforts become those that are wanted. */
export function outlookOf(model: Model, world: World, i: number, wanted: Wanted): Outlook {
  payAsWanted(model, world, i, wanted);
  const n = model.shape.actors;
  const { effort, spillIn, hostility, strength } = world.columns;
  const pays: Figure[] = [{ term: 'common effort', value: effort[i]! }];
  const gets: Figure[] = [{ term: 'spill-in', value: spillIn[i]! }];
  const share = returnOf(model);
  if (share !== undefined) gets.push({ term: 'own return', value: share * effort[i]! });
  let common: Figure = { term: 'common quota', value: 0 };
  const asked: Figure[] = [];
  for (const { id: alliance, rival, members } of world.alliances) {
    const member = members.find(({ actor }) => actor === i);
    if (!member) continue;
    if (!rival) {
      if (member.quota > common.value) common = { term: 'common quota', alliance, value: member.quota };
      continue;
    }
    pays.push({ term: 'pool effort', alliance, value: member.effort });
    asked.push({ term: 'pool quota', alliance, value: member.quota });
    gets.push({ term: 'pool benefit', alliance, value: member.benefit });
  }
  if (common.value > 0) asked.unshift(common);
  const params = crisisParamsOf(model);
  return {
    pays,
    asked,
    gets,
    danger: params && dangerTo(model, world, i, params),
    force: params && {
      own: strength[i]! * readiness(world, i, params.floor),
      support: supportAgainst(world, createScratch(n, model.shape.threats), i, ANYONE),
    },
    trust: Float64Array.from({ length: n }, (_, j) => (j === i ? 0 : trustBetween(world, j, i))),
    illWill: Float64Array.from({ length: n }, (_, j) => hostility[i * n + j]!),
  };
}

/** The figures of a preview: as things are, and as they would be. */
export function changesBetween(
  { ids, shape: { actors: n } }: Model,
  budget: number,
  before: Outlook,
  after: Outlook,
): Pick<Preview, 'pays' | 'share' | 'asked' | 'gets' | 'danger' | 'force' | 'regard' | 'standing'> {
  const pays = sumOf(before.pays, after.pays);
  const part = (amount: number): number => (budget > 0 ? amount / budget : 0);
  const regard: Part[] = [];
  for (let j = 0; j < n; j++) {
    const who = ids[j]!;
    if (before.trust[j] !== after.trust[j])
      regard.push({ term: 'trust', who, before: before.trust[j]!, after: after.trust[j]! });
    if (before.illWill[j] !== after.illWill[j])
      regard.push({ term: 'ill will', who, before: before.illWill[j]!, after: after.illWill[j]! });
  }
  const foes = (danger: Danger): Figure[] =>
    Array.from(danger.byFoe, (value, j): Figure => ({ term: 'attack', who: ids[j]!, value })).filter(
      ({ value }) => value > 0,
    );
  return {
    pays,
    share: { before: part(pays.before), after: part(pays.after) },
    asked: sumOf(before.asked, after.asked),
    gets: sumOf(before.gets, after.gets),
    ...(before.danger && after.danger && { danger: sumOf(foes(before.danger), foes(after.danger)) }),
    ...(before.force &&
      after.force && {
        force: {
          own: { before: before.force.own, after: after.force.own },
          support: { before: before.force.support, after: after.force.support },
        },
      }),
    regard,
    standing: { before: meanOfOthers(before.trust), after: meanOfOthers(after.trust) },
  };
}

const meanOfOthers = (trust: Float64Array): number => {
  let sum = 0;
  for (const one of trust) sum += one;
  return trust.length > 1 ? sum / (trust.length - 1) : 0;
};

/** The parts of both, in the order of the first and then of the second; what is not there is 0. */
function sumOf(before: readonly Figure[], after: readonly Figure[]): Sum {
  const parts = new Map<string, Part>();
  const enter = (figures: readonly Figure[], when: keyof FigureChange): void => {
    for (const { value, ...named } of figures) {
      const key = `${named.term} ${named.alliance ?? ''} ${named.who ?? ''}`;
      const part = parts.get(key) ?? { ...named, before: 0, after: 0 };
      part[when] = value;
      parts.set(key, part);
    }
  };
  enter(before, 'before');
  enter(after, 'after');
  const list = [...parts.values()];
  const total = (when: keyof FigureChange): number => list.reduce((sum, part) => sum + part[when], 0);
  return { before: total('before'), after: total('after'), parts: list };
}
