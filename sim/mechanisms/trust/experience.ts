import { mechanism, type StepContext } from '../../model/mechanism.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS, FOES } from '../../world/columns.ts';
import type { World } from '../../world/state.ts';
import { type TrustParams, trustParams } from './evidence/params.ts';
import { celebrate, rewardKeptPromises } from './evidence/promises.ts';
import { updateReputation } from './evidence/reputation.ts';

/**
 * Two kinds of trust. Calculative trust follows observed performance, more slowly upward than downward. Relational trust grows with
 * contact, kept promises and common success, less so across cultures, and falls after a breach. An actor without experience follows
 * the trust-weighted opinion of all.
 */
export const experience = mechanism({
  name: 'experience',
  phase: 'trust',
  cites: [
    'Rousseau et al. 1998',
    'Slovic 1993',
    'Zaheer & Harris 2006',
    'Hall 1976',
    'Jervis 1976',
    'Sherif 1966',
    'Burt & Knez 1995',
  ],
  owns: CHANGING_COLUMNS,
  params: trustParams,
  step(world, context) {
    rewardKeptPromises(world, context.params);
    celebrate(world, context.params);
    setPace(context);
    tally.trust = tally.pairs = tally.misjudged = tally.observations = 0;
    for (const alliance of world.alliances) learn(world, context.params, alliance);
    world.columns.trustInside[0] = tally.pairs > 0 ? tally.trust / tally.pairs : 0;
    world.columns.misperceived[0] = tally.observations > 0 ? tally.misjudged / tally.observations : 0;
    updateReputation(world, context);
    makeCommonCause(world, context);
  },
});

/** The yearly rates as shares of a tick; converted once, not for every alliance. */
const pace = { rise: 0, fall: 0, contact: 0, neglect: 0, amity: 0, success: 0, habit: 0 };

/** Sums of one step over all partners: their trust, and the observations of those that paid in full. */
const tally = { trust: 0, pairs: 0, misjudged: 0, observations: 0 };

function setPace({ model, params }: StepContext<TrustParams>): void {
  pace.rise = model.perTick(params.rise);
  pace.fall = model.perTick(params.fall);
  pace.contact = model.perTick(params.contact);
  pace.neglect = model.perTick(params.neglect);
  pace.amity = model.perTick(params.amity);
  pace.success = model.perTick(params.success);
  pace.habit = model.perTick(params.habit);
}

/** Updates trust by each other’s performance, as each partner observes it. */
function learn(world: World, params: TrustParams, alliance: Alliance): void {
  const { members, clauses } = alliance;
  const n = world.shape.actors;
  const { calculative, relational, hostility, disinformation, biases } = world.columns;
  const { culturalDistance, kappa } = world.derived;
  const { rise, fall, neglect, amity } = pace;
  const contact = pace.contact + cheer(alliance);
  const foreignness = params.foreignness * (1 - params.translation * clauses.formality);
  let sum = 0;
  let misjudged = 0;
  for (const other of members) {
    const performance = other.quota > 0 ? Math.min(1, other.effort / other.quota) : 1;
    const paidUp = other.quota > 0 && performance > 1 - 1e-9;
    if (paidUp) tally.observations += members.length - 1;
    const breach = paidUp ? 1 - params.tolerance : -Infinity;
    const style = kappa[other.actor]!;
    for (const { actor: i } of members) {
      if (i === other.actor) continue;
      const slot = i * n + other.actor;
      const distance = culturalDistance[slot]! / 255;
      // Twice the difference of κ is half the difference of context less individualism: in [0, 1].
      const indirection = kappa[i]! > style ? 2 * params.indirection * (kappa[i]! - style) : 0;
      const view = performance + other.misread * (1 + disinformation[i]! + params.blindness * distance + indirection);
      if (view < breach) misjudged++;
      const seen = view < 0 ? 0 : view > 1 ? 1 : view;
      const c = calculative[slot]!;
      const r = relational[slot]!;
      const gap = seen - c;
      // Bad news about a trusted actor and good news about a distrusted one is discounted.
      const doubt = gap * (c + kappa[i]! * (r - c) - 0.5) < 0 ? biases[i * 3 + 1]! : 0;
      const learned = c + (gap > 0 ? rise : fall) * (1 - doubt) * gap;
      const warmed = r + contact * seen * (1 - foreignness * distance) * (1 - r) - neglect * (1 - seen) * r;
      calculative[slot] = learned;
      relational[slot] = warmed;
      hostility[other.actor * n + i]! *= 1 - amity * seen;
      sum += learned + kappa[i]! * (warmed - learned);
    }
  }
  tally.trust += sum;
  tally.pairs += members.length * (members.length - 1);
  tally.misjudged += misjudged;
}

/** How much a growing pool adds to contact, at most twice as much. */
function cheer(alliance: Alliance): number {
  const { pool, smoothedPool } = alliance;
  alliance.smoothedPool = smoothedPool > 0 ? smoothedPool + pace.habit * (pool - smoothedPool) : pool;
  return smoothedPool > 0 && pool > smoothedPool ? pace.success * Math.min(1, pool / smoothedPool - 1) : 0;
}

/**
 * Actors whose largest threat is the same lose ill will toward each other (Simmel 1908; Walt 1987). Actors are linked by their main
 * foe, so that only those who share one are paired.
 */
function makeCommonCause(
  world: World,
  { model, params, scratch: { mark: next, head } }: StepContext<TrustParams>,
): void {
  const n = world.shape.actors;
  const { foe, hostility } = world.columns;
  const solidarity = model.perTick(params.solidarity);
  if (solidarity === 0) return;
  head.fill(-1);
  for (let i = 0; i < n; i++) {
    const enemy = foe[i * FOES]!;
    if (enemy < 0) continue;
    for (let j = head[enemy]!; j >= 0; j = next[j]!) {
      hostility[i * n + j]! *= 1 - solidarity;
      hostility[j * n + i]! *= 1 - solidarity;
    }
    next[i] = head[enemy]!;
    head[enemy] = i;
  }
}
