import type { Turn } from '../../mechanism.ts';
import { pow } from '../../real.ts';
import type { Obligation } from '../../schema/treaty.ts';
import { memberOf } from '../../treaty.ts';
import type { World } from '../../world.ts';
import type { CrisisParams } from './attacks.ts';
import { answer, type Quarrel } from './honour.ts';
import { readiness } from './support.ts';

interface Side {
  who: number[];
  force: number;
}

/** One attack: the casus foederis, who honours it, the contest and its losses. */
export function fight(
  world: World,
  turn: Turn<CrisisParams>,
  attacker: number,
  victim: number,
  chance: { probability: number; draw: number },
): void {
  const n = world.shape.actors;
  const outside = attacker >= n;
  const attack: Side = {
    who: [attacker],
    force: outside ? world.columns.threatStrength[attacker - n]! : forceOf(world, turn, attacker),
  };
  const defence: Side = { who: [victim], force: forceOf(world, turn, victim) };
  const name = (k: number): string => turn.names[k]!;
  turn.happen({ kind: 'attacked', who: [name(attacker)], victim: name(victim) }, { because: [], chance });
  call(world, turn, 'defence', defence, attack, { attacker, victim, caller: victim, foe: attacker });
  if (!outside) call(world, turn, 'offence', attack, defence, { attacker, victim, caller: attacker, foe: victim });
  contest(world, turn, attack, defence);
}

const forceOf = (world: World, { params }: Turn<CrisisParams>, k: number): number =>
  world.columns.strength[k]! * readiness(world, k, params.floor);

/** Asks every ally that owes the caller this, once each, through its most formal such treaty. */
function call(
  world: World,
  turn: Turn<CrisisParams>,
  owed: Obligation,
  side: Side,
  other: Side,
  sides: Pick<Quarrel, 'attacker' | 'victim' | 'caller' | 'foe'>,
): void {
  const { caller, foe } = sides;
  const invoked = world.derived.treaties[caller]!.map((index) => world.alliances[index]!)
    .filter((alliance) => alliance.clauses.obligations.includes(owed) && !memberOf(alliance, foe))
    .sort((a, b) => b.clauses.formality - a.clauses.formality || (a.id < b.id ? -1 : 1));
  const asked = new Set<number>([...side.who, ...other.who]);
  for (const alliance of invoked) {
    for (const { actor: k } of alliance.members) {
      if (asked.has(k)) continue;
      asked.add(k);
      const forVictim = caller === sides.victim;
      const quarrel: Quarrel = {
        ...sides,
        attack: forVictim ? other.force : side.force,
        defence: forVictim ? side.force : other.force,
      };
      const { honours, ...reason } = answer(world, turn, k, alliance, quarrel);
      turn.happen(
        {
          kind: honours ? 'honoured' : 'reneged',
          alliance: alliance.id,
          who: [turn.names[k]!],
          victim: turn.names[sides.victim]!,
          attacker: turn.names[sides.attacker]!,
        },
        { ...reason, runnerUp: { choice: honours ? 'renege' : 'honour', score: 0 } },
      );
      world.derived.deeds.push({ by: k, to: caller, kept: honours });
      if (!honours) continue;
      side.who.push(k);
      side.force += forceOf(world, turn, k);
    }
  }
}

/** Tullock's contest, and what it costs: the weaker the side and the loser the more, never more than everything. */
function contest(world: World, turn: Turn<CrisisParams>, attack: Side, defence: Side): void {
  const { decisiveness, devastation, grudge } = turn.params;
  const a = pow(attack.force, decisiveness);
  const d = pow(defence.force, decisiveness);
  const probability = a + d > 0 ? a / (a + d) : 0.5;
  const draw = turn.random().uniform();
  const won = draw < probability;
  const both = attack.force + defence.force || 1;
  const losses =
    bleed(world, attack.who, devastation * (won ? 1 : 2) * (defence.force / both)) +
    bleed(world, defence.who, devastation * (won ? 2 : 1) * (attack.force / both));
  resent(world, attack.who, defence.who, grudge);
  world.derived.comrades.push(won ? attack.who : defence.who);
  turn.happen(
    {
      kind: 'fought',
      who: attack.who.map((k) => turn.names[k]!),
      against: defence.who.map((k) => turn.names[k]!),
      won,
      losses,
    },
    { because: [], chance: { probability, draw } },
  );
}

/** Takes a share of every stock; an outside threat loses of its strength. @returns strength lost. */
function bleed(world: World, who: readonly number[], share: number): number {
  const { actors: n, resources: m } = world.shape;
  const { resources, strength, threatStrength } = world.columns;
  const kept = 1 - Math.min(1, share);
  let lost = 0;
  for (const k of who) {
    if (k >= n) {
      lost += threatStrength[k - n]! * (1 - kept);
      threatStrength[k - n]! *= kept;
      continue;
    }
    lost += strength[k]! * (1 - kept);
    strength[k]! *= kept;
    for (let r = k * m; r < (k + 1) * m; r++) resources[r]! *= kept;
  }
  return lost;
}

function resent(world: World, one: readonly number[], other: readonly number[], grudge: number): void {
  const n = world.shape.actors;
  const { hostility } = world.columns;
  for (const a of one) {
    for (const b of other) {
      if (a >= n || b >= n) continue;
      hostility[a * n + b]! += grudge * (1 - hostility[a * n + b]!);
      hostility[b * n + a]! += grudge * (1 - hostility[b * n + a]!);
    }
  }
}
