import { pow } from '../../../exact/exact-math.ts';
import type { StepContext } from '../../../model/mechanism.ts';
import { DEFENDS, OBLIGATION_BIT } from '../../../schema/treaty.ts';
import type { Alliance } from '../../../world/alliance.ts';
import { areBound } from '../../../world/obligations.ts';
import type { World } from '../../../world/state.ts';
import { breakByJoining, breakByStriking, keepOut } from './breaches.ts';
import type { Crisis } from './crisis.ts';
import { answerCall } from './honour.ts';
import type { CrisisParams } from './params.ts';
import { shareSpoils, takeLosses, type WarSide } from './spoils.ts';
import { calls, readiness } from './support.ts';

/** One attack: the casus foederis, which allies honour it, the contest and its losses. */
export function fight(
  world: World,
  context: StepContext<CrisisParams>,
  attacker: number,
  victim: number,
  chance: { probability: number; draw: number },
): void {
  const n = world.shape.actors;
  const outside = attacker >= n;
  const attack = alone(
    attacker,
    outside ? world.columns.threatStrength[attacker - n]! : forceOf(world, context, attacker),
  );
  const defence = alone(victim, forceOf(world, context, victim));
  const name = (k: number): string => context.names[k]!;
  context.emit({ kind: 'attacked', who: [name(attacker)], victim: name(victim) }, { because: [], chance });
  if (!outside) breakByStriking(world, context, attacker, victim);
  call(world, context, DEFENDS, defence, { attacker, victim, caller: victim, foe: attacker, attack, defence });
  if (!outside)
    call(world, context, OBLIGATION_BIT.offence, attack, {
      attacker,
      victim,
      caller: attacker,
      foe: victim,
      attack,
      defence,
    });
  contest(world, context, attack, defence);
}

const alone = (who: number, force: number): WarSide => ({ who: [who], forces: [force], force });

const forceOf = (world: World, { params }: StepContext<CrisisParams>, k: number): number =>
  world.columns.strength[k]! * readiness(world, k, params.floor);

/** Asks every ally that owes the caller this obligation, once each, through its most formal such treaty. */
function call(world: World, context: StepContext<CrisisParams>, owed: number, side: WarSide, crisis: Crisis): void {
  const { caller, foe, attack, defence } = crisis;
  const invoked = world.derived.treaties[caller]!.map((index) => world.alliances[index]!)
    .filter((alliance) => (alliance.bond & owed) !== 0 && calls(alliance, foe))
    .sort((a, b) => b.clauses.formality - a.clauses.formality || (a.id < b.id ? -1 : 1));
  const asked = new Set<number>([...attack.who, ...defence.who]);
  for (const alliance of invoked) {
    for (const { actor: k } of alliance.members) {
      if (asked.has(k) || !areBound(alliance, caller, k)) continue;
      asked.add(k);
      if (!comes(world, context, k, alliance, crisis)) continue;
      const force = forceOf(world, context, k);
      side.who.push(k);
      side.forces.push(force);
      side.force += force;
    }
  }
}

/** Asks one ally, and records which of its promises the answer keeps or breaks. */
function comes(
  world: World,
  context: StepContext<CrisisParams>,
  k: number,
  alliance: Alliance,
  crisis: Crisis,
): boolean {
  const { attacker, victim, caller } = crisis;
  const offence = caller === attacker;
  const { honours, silent, reason } = answerCall(world, context, k, alliance, crisis);
  if (silent)
    context.onOccasion?.({
      kind: 'call',
      who: [context.names[k]!],
      about: context.names[caller]!,
      alliance: alliance.id,
      foe: context.names[crisis.foe]!,
    });
  context.emit(
    {
      kind: honours ? 'honoured' : 'reneged',
      alliance: alliance.id,
      who: [context.names[k]!],
      victim: context.names[victim]!,
      attacker: context.names[attacker]!,
      caller: context.names[caller]!,
      clause: offence ? 'offence' : 'defence',
      ...(silent && { silent }),
    },
    reason,
  );
  world.derived.promises.push({ by: k, to: caller, kept: honours, called: true });
  if (offence && honours) breakByJoining(world, context, k, victim);
  else if (offence) keepOut(world, k, victim);
  return honours;
}

/** Tullock's contest and its losses: larger for the weaker side and for the loser, and never more than everything. */
function contest(world: World, context: StepContext<CrisisParams>, attack: WarSide, defence: WarSide): void {
  const { decisiveness, devastation, grudge, spoils } = context.params;
  const probability = chanceOf(attack.force, defence.force, decisiveness);
  const draw = context.random().uniform();
  const won = draw < probability;
  const [winners, losers] = won ? [attack, defence] : [defence, attack];
  const both = attack.force + defence.force || 1;
  const taken = new Float64Array(world.shape.resources);
  const losses =
    takeLosses(world, winners.who, devastation * (losers.force / both)) +
    takeLosses(world, losers.who, 2 * devastation * (winners.force / both), taken);
  const gained = shareSpoils(world, context.model, winners, taken, spoils);
  if (winners.who.length > 1) world.derived.winningSides.push(winners.who);
  resent(world, attack.who, defence.who, grudge);
  context.emit(
    {
      kind: 'fought',
      who: attack.who.map((k) => context.names[k]!),
      against: defence.who.map((k) => context.names[k]!),
      won,
      losses,
      spoils: gained,
    },
    { because: [], chance: { probability, draw } },
  );
}

/** a^d/(a^d + b^d), the chance of a force against another (Tullock 1980): one half where both are nothing. */
export function chanceOf(own: number, their: number, decisiveness: number): number {
  const a = pow(own, decisiveness);
  const b = pow(their, decisiveness);
  if (a + b > 0 && a + b < Infinity) return a / (a + b);
  // Powers of very large or very small forces leave the range of numbers. Their ratio does not.
  const odds = own === their ? 1 : pow(own / their, decisiveness);
  return odds === Infinity ? 1 : odds / (1 + odds);
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
