import { z } from 'zod';
import type { Alliance } from '../../alliance.ts';
import { mechanism, type Turn } from '../../mechanism.ts';
import { FOES, type World } from '../../world.ts';

const params = z.strictObject({
  rise: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share a year by which calculative trust nears better performance' }),
  fall: z.number().min(0).max(1).default(0.5).meta({ description: 'share a year by which it nears worse' }),
  contact: z
    .number()
    .min(0)
    .max(1)
    .default(0.06)
    .meta({ description: 'share a year by which contact with a partner that pays raises relational trust' }),
  foreignness: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .meta({ description: 'share of that which full cultural distance takes away' }),
  translation: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .meta({ description: 'share of that loss which a fully formal treaty makes good' }),
  neglect: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .meta({ description: 'share a year of relational trust lost to a partner that pays nothing' }),
  blindness: z
    .number()
    .min(0)
    .max(5)
    .default(1)
    .meta({ description: 'how much cultural distance widens the error about a partner' }),
  gratitude: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'share by which a promise kept in war raises trust' }),
  breach: z.number().min(0).max(1).default(0.6).meta({ description: 'share of trust that a broken promise destroys' }),
  witness: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .meta({ description: 'share of calculative trust that it costs with third parties' }),
  hearsay: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'share a year by which those without experience near the general opinion' }),
  forgetting: z
    .number()
    .min(0)
    .max(1)
    .default(0.02)
    .meta({ description: 'share a year by which relational trust without contact nears ½' }),
  solidarity: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'share a year of ill will lost between those with the same main foe' }),
  amity: z.number().min(0).max(1).default(0.08).meta({ description: 'share a year of ill will lost between partners' }),
});
type Params = z.infer<typeof params>;

/**
 * Two kinds of trust. Calculative trust follows observed performance, slower up than down; relational trust grows with contact and
 * kept promises, less across cultures, and breaks on a breach. Who has no experience follows the trust-weighted opinion of all.
 */
export const experience = mechanism({
  name: 'experience',
  phase: 'trust',
  cites: ['Rousseau et al. 1998', 'Slovic 1993', 'Zaheer & Harris 2006'],
  params,
  step(world, turn) {
    answerDeeds(world, turn.params);
    setPace(turn);
    let inside = 0;
    let pairs = 0;
    for (const alliance of world.alliances) {
      inside += learn(world, turn.params, alliance);
      pairs += alliance.members.length * (alliance.members.length - 1);
    }
    world.columns.trustInside[0] = pairs > 0 ? inside / pairs : 0;
    hear(world, turn);
    makeCommonCause(world, turn);
  },
});

function answerDeeds(world: World, { gratitude, breach, witness }: Params): void {
  const n = world.shape.actors;
  const { calculative, relational } = world.columns;
  for (const { by, to, kept } of world.derived.deeds) {
    if (to >= n) continue;
    const slot = to * n + by;
    if (kept) {
      calculative[slot]! += gratitude * (1 - calculative[slot]!);
      relational[slot]! += gratitude * (1 - relational[slot]!);
      continue;
    }
    calculative[slot]! *= 1 - breach;
    relational[slot]! *= 1 - breach;
    for (let i = 0; i < n; i++) if (i !== by && i !== to) calculative[i * n + by]! *= 1 - witness;
  }
  world.derived.deeds.length = 0;
}

/** The yearly rates as shares of a tick: converted once, not for every alliance. */
const pace = { rise: 0, fall: 0, contact: 0, neglect: 0, amity: 0 };

function setPace({ model, params }: Turn<Params>): void {
  pace.rise = model.perTick(params.rise);
  pace.fall = model.perTick(params.fall);
  pace.contact = model.perTick(params.contact);
  pace.neglect = model.perTick(params.neglect);
  pace.amity = model.perTick(params.amity);
}

/** What partners make of each other’s performance. @returns the sum of their trust. */
function learn(world: World, params: Params, { members, clauses }: Alliance): number {
  const n = world.shape.actors;
  const { calculative, relational, hostility, disinformation } = world.columns;
  const { culturalDistance, kappa } = world.derived;
  let sum = 0;
  const { rise, fall, contact, neglect, amity } = pace;
  for (const other of members) {
    const performance = other.quota > 0 ? Math.min(1, other.effort / other.quota) : 1;
    for (const { actor: i } of members) {
      if (i === other.actor) continue;
      const slot = i * n + other.actor;
      const distance = culturalDistance[slot]! / 255;
      const view = performance + other.misread * (1 + disinformation[i]! + params.blindness * distance);
      const seen = view < 0 ? 0 : view > 1 ? 1 : view;
      const gap = seen - calculative[slot]!;
      calculative[slot]! += (gap > 0 ? rise : fall) * gap;
      const warmth =
        contact * seen * (1 - params.foreignness * distance * (1 - params.translation * clauses.formality));
      relational[slot]! += warmth * (1 - relational[slot]!) - neglect * (1 - seen) * relational[slot]!;
      hostility[other.actor * n + i]! *= 1 - amity * seen;
      sum += calculative[slot]! + kappa[i]! * (relational[slot]! - calculative[slot]!);
    }
  }
  return sum;
}

/**
 * Word goes round once a year: each tick a share of the actors, each in its turn, says what it thinks of all others and hears what
 * was said last year. At the end of the year `standing` is the mean of what was said, weighted by the standing of who said it.
 */
function hear(world: World, { model, params: { hearsay, forgetting } }: Turn<Params>): void {
  const n = world.shape.actors;
  const { ticksPerYear } = model.scenario.time;
  for (let i = turnOf(world, ticksPerYear); i < n; i += ticksPerYear) gossip(world, i, hearsay, forgetting);
  if ((world.tick + 1) % ticksPerYear === 0) closeCensus(world);
}

/** First of the actors whose turn it is: everyone’s comes once a year. */
const turnOf = (world: World, ticksPerYear: number): number =>
  (ticksPerYear - (world.tick % ticksPerYear)) % ticksPerYear;

function gossip(world: World, i: number, hearsay: number, forgetting: number): void {
  const n = world.shape.actors;
  const { calculative, relational, standing, census } = world.columns;
  const { bonds } = world.derived;
  const row = i * n;
  const kappa = world.derived.kappa[i]!;
  const voice = standing[i]!;
  let beyond = 0;
  let strangers = 0;
  for (let j = 0; j < n; j++) {
    const slot = row + j;
    const c = calculative[slot]!;
    const r = relational[slot]!;
    const trust = c + kappa * (r - c);
    census[j]! += voice * trust;
    if (bonds[slot] === 0) {
      strangers++;
      beyond += trust;
      calculative[slot] = c + hearsay * (standing[j]! - c);
      relational[slot] = r + forgetting * (0.5 - r);
    }
  }
  // Nobody speaks of itself: its own cells stay at nought.
  calculative[row + i] = 0;
  relational[row + i] = 0;
  census[n]! += voice;
  census[n + 1]! += beyond;
  census[n + 2]! += strangers - 1;
}

function closeCensus(world: World): void {
  const n = world.shape.actors;
  const { standing, census, trustOutside } = world.columns;
  for (let j = 0; j < n; j++) {
    const heard = census[n]! - standing[j]!;
    standing[j] = heard > 0 ? census[j]! / heard : 0.5;
  }
  trustOutside[0] = census[n + 2]! > 0 ? census[n + 1]! / census[n + 2]! : 0;
  census.fill(0);
}

/**
 * Those whose largest threat is the same bear each other less ill will (Simmel 1908; Walt 1987). Actors are chained by their main
 * foe, so that only those who share one are paired.
 */
function makeCommonCause(world: World, { model, params, scratch: { mark: next, head } }: Turn<Params>): void {
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
