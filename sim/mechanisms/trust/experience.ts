import { z } from 'zod';
import { mechanism, type Turn } from '../../mechanism.ts';
import { relationalWeight } from '../../trust.ts';
import { type Alliance, FOES, type World } from '../../world.ts';

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
    for (const alliance of world.alliances) learn(world, turn, alliance);
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

function learn(world: World, { model, params }: Turn<Params>, { members, clauses }: Alliance): void {
  const n = world.shape.actors;
  const { calculative, relational, hostility, disinformation } = world.columns;
  const { culturalDistance } = world.derived;
  const rise = model.perTick(params.rise);
  const fall = model.perTick(params.fall);
  const contact = model.perTick(params.contact);
  const neglect = model.perTick(params.neglect);
  const amity = model.perTick(params.amity);
  for (const other of members) {
    const performance = other.quota > 0 ? Math.min(1, other.effort / other.quota) : 1;
    for (const { actor: i } of members) {
      if (i === other.actor) continue;
      const slot = i * n + other.actor;
      const distance = culturalDistance[slot]!;
      const view = performance + other.misread * (1 + disinformation[i]! + params.blindness * distance);
      const seen = view < 0 ? 0 : view > 1 ? 1 : view;
      const gap = seen - calculative[slot]!;
      calculative[slot]! += (gap > 0 ? rise : fall) * gap;
      const warmth =
        contact * seen * (1 - params.foreignness * distance * (1 - params.translation * clauses.formality));
      relational[slot]! += warmth * (1 - relational[slot]!) - neglect * (1 - seen) * relational[slot]!;
      hostility[slot]! *= 1 - amity * seen;
    }
  }
}

// The hot loop: one pass over all ordered pairs. `standing` of the last tick is what people say of j; the pass makes the next.
function hear(world: World, { model, params, scratch: { a: sum } }: Turn<Params>): void {
  const n = world.shape.actors;
  const { calculative, relational, standing, trustInside, trustOutside } = world.columns;
  const { bonds } = world.derived;
  const hearsay = model.perTick(params.hearsay);
  const forgetting = model.perTick(params.forgetting);
  sum.fill(0);
  let voices = 0;
  let inside = 0;
  let outside = 0;
  let pairs = 0;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    const kappa = relationalWeight(world, i);
    const voice = standing[i]!;
    let within = 0;
    let beyond = 0;
    voices += voice;
    // What i would say of itself is heard by nobody.
    const self = (1 - kappa) * calculative[row + i]! + kappa * relational[row + i]!;
    for (let j = 0; j < n; j++) {
      const slot = row + j;
      const c = calculative[slot]!;
      const r = relational[slot]!;
      const trust = c + kappa * (r - c);
      sum[j]! += voice * trust;
      if (bonds[slot] === 0) {
        beyond += trust;
        calculative[slot] = c + hearsay * (standing[j]! - c);
        relational[slot] = r + forgetting * (0.5 - r);
      } else {
        within += trust;
        pairs++;
      }
    }
    sum[i]! -= voice * self;
    inside += within;
    outside += beyond - self;
  }
  for (let j = 0; j < n; j++) {
    const heard = voices - standing[j]!;
    sum[j] = heard > 0 ? sum[j]! / heard : 0.5;
  }
  standing.set(sum);
  const others = n * (n - 1) - pairs;
  trustInside[0] = pairs > 0 ? inside / pairs : 0;
  trustOutside[0] = others > 0 ? outside / others : 0;
}

/** Those whose largest threat is the same bear each other less ill will (Walt 1987; Simmel's common enemy). */
function makeCommonCause(world: World, { model, params, scratch: { mark } }: Turn<Params>): void {
  const n = world.shape.actors;
  const { foe, hostility } = world.columns;
  const solidarity = model.perTick(params.solidarity);
  if (solidarity === 0) return;
  for (let i = 0; i < n; i++) mark[i] = foe[i * FOES]!;
  for (let i = 0; i < n; i++) {
    const enemy = mark[i]!;
    if (enemy < 0) continue;
    for (let j = 0; j < n; j++) if (mark[j] === enemy && j !== i) hostility[i * n + j]! *= 1 - solidarity;
  }
}
