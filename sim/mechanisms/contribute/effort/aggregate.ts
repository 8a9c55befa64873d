import { clamp, exp, log, pow } from '../../../exact/exact-math.ts';
import type { Alliance } from '../../../world/alliance.ts';
import type { World } from '../../../world/state.ts';

/** Defence through the one treaty whose efforts do not simply add up: D(G) = (1−ψ) G + ψ Z(G) + aside. */
interface Joined {
  alliance: Alliance | undefined;
  others: number;
  least: number;
  most: number;
  /** Σ over the other members of (G/most)^ρ, or of ln(G/most) where ρ is 0; only for CES. */
  powers: number;
}
const joined: Joined = { alliance: undefined, others: 0, least: 0, most: 0, powers: 0 };

/** Whether any non-rival treaty aggregates efforts otherwise than by their sum. */
export function anyJoined({ alliances }: World): boolean {
  for (const { rival, clauses } of alliances) if (!rival && clauses.aggregator !== 'summation') return true;
  return false;
}

/** The actor's non-rival treaty with the largest ψ·n among those that do not use the sum. */
export function principal(world: World, i: number): Alliance | undefined {
  let found: Alliance | undefined;
  let greatest = 0;
  for (const index of world.derived.treaties[i]!) {
    const alliance = world.alliances[index]!;
    if (alliance.rival || alliance.clauses.aggregator === 'summation') continue;
    const reach = alliance.clauses.publicness * alliance.members.length;
    if (reach > greatest) {
      greatest = reach;
      found = alliance;
    }
  }
  return found;
}

/** Loads the last efforts of the other members. */
export function join(world: World, alliance: Alliance, i: number): void {
  const { effort } = world.columns;
  joined.alliance = alliance;
  joined.others = alliance.members.length - 1;
  joined.least = Infinity;
  joined.most = 0;
  joined.powers = 0;
  for (const { actor } of alliance.members) {
    if (actor === i) continue;
    if (effort[actor]! < joined.least) joined.least = effort[actor]!;
    if (effort[actor]! > joined.most) joined.most = effort[actor]!;
  }
  if (alliance.clauses.aggregator !== 'ces' || joined.most === 0) return;
  for (const { actor } of alliance.members)
    if (actor !== i) joined.powers += power(effort[actor]! / joined.most, alliance.clauses.substitution);
}

/** A smaller exponent is taken as 0: powers would be rounded to 1, and the geometric mean is nearer than what they leave. */
const LEAST = 1e-8;

/** At 0 the logarithm and negative powers are infinite, and the mean then becomes 0, as it should. */
const power = (x: number, rho: number): number => {
  if (x <= 0) return rho >= LEAST ? 0 : rho <= -LEAST ? Infinity : -Infinity;
  return Math.abs(rho) < LEAST ? log(x) : pow(x, rho);
};
/** Inverse of `power`. */
const root = (mean: number, rho: number): number => {
  if (Math.abs(rho) < LEAST) return mean === -Infinity ? 0 : exp(mean);
  if (mean === Infinity) return 0;
  return mean > 0 ? pow(mean, 1 / rho) : 0;
};

/** n (mean G^ρ)^(1/ρ), in units of the largest effort so that no power overflows. */
export function ces(efforts: ArrayLike<number>, rho: number): number {
  let most = 0;
  for (let k = 0; k < efforts.length; k++) most = Math.max(most, efforts[k]!);
  if (most === 0) return 0;
  let powers = 0;
  for (let k = 0; k < efforts.length; k++) powers += power(efforts[k]! / most, rho);
  return efforts.length * most * root(powers / efforts.length, rho);
}

/** The actor's defence at its effort G, without what spills in through other treaties. */
export function protection(G: number): number {
  const { alliance, others, least, most, powers } = joined;
  const { publicness, aggregator, substitution } = alliance!.clauses;
  const n = others + 1;
  let Z = 0;
  if (aggregator === 'weakest-link') Z = n * Math.min(G, least);
  else if (aggregator === 'best-shot') Z = n * Math.max(G, most);
  else {
    const own = power(G / most, substitution);
    // Where the others are nothing beside G, Z is that of G alone; where efforts are complements, it is nothing.
    if (most === 0 || (own === Infinity && substitution > 0))
      Z = substitution >= LEAST && G > 0 ? n * G * root(1 / n, substitution) : 0;
    else Z = n * most * root((powers + own) / n, substitution);
  }
  return (1 - publicness) * G + publicness * Z;
}

/** What the others add to an effort G. Effort that a technology wastes is no spill-in: an ally of nothing takes nothing. */
export const spillBeside = (G: number): number => Math.max(0, protection(G) - G);

const worth = (beta: number, own: number, B: number, G: number, aside: number): number => {
  const D = protection(G) + aside;
  if (G >= B || D <= 0 || (own > 0 && G <= 0)) return -Infinity;
  return (1 - beta) * log(B - G) + (1 - own) * beta * log(D) + (own > 0 ? own * beta * log(G) : 0);
};

/** Best effort within the principal treaty, where `aside` spills in from other treaties. */
export function bestJoined(beta: number, own: number, B: number, aside: number): number {
  if (B <= 0 || beta <= 0) return 0;
  const { aggregator, publicness: psi } = joined.alliance!.clauses;
  if (aggregator === 'ces' || own > 0) return search(beta, own, B, aside);
  const n = joined.others + 1;
  const together = 1 - psi + psi * n;
  const bend = Math.min(B, aggregator === 'weakest-link' ? joined.least : joined.most);
  const beyond = psi * n * (aggregator === 'weakest-link' ? joined.least : joined.most) + aside;
  const weakest = aggregator === 'weakest-link';
  const low = weakest ? onPiece(beta, B, together, aside, 0, bend) : onPiece(beta, B, 1 - psi, beyond, 0, bend);
  const high = weakest ? onPiece(beta, B, 1 - psi, beyond, bend, B) : onPiece(beta, B, together, aside, bend, B);
  return worth(beta, 0, B, high, aside) > worth(beta, 0, B, low, aside) ? high : low;
}

/** Where D = aG + b is linear, the best response is βB − (1−β) b/a; where effort adds nothing (a = 0), it is the lower bound. */
const onPiece = (beta: number, B: number, a: number, b: number, from: number, to: number): number =>
  a > 0 ? clamp(beta * B - ((1 - beta) * b) / a, from, to) : from;

const CELLS = 16;
const CUTS = 48;
const GOLDEN = 0.6180339887498949;

/** The best point of a grid, refined by golden-section search: with ρ > 1 there may be two maxima. */
function search(beta: number, own: number, B: number, aside: number): number {
  let best = 0;
  let value = worth(beta, own, B, 0, aside);
  for (let k = 1; k < CELLS; k++) {
    const here = worth(beta, own, B, (B * k) / CELLS, aside);
    if (here > value) {
      value = here;
      best = (B * k) / CELLS;
    }
  }
  let low = Math.max(0, best - B / CELLS);
  let high = Math.min(B, best + B / CELLS);
  for (let cut = 0; cut < CUTS; cut++) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (worth(beta, own, B, left, aside) >= worth(beta, own, B, right, aside)) high = right;
    else low = left;
  }
  const found = (low + high) / 2;
  return worth(beta, own, B, found, aside) > value ? found : best;
}
