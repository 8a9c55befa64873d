import { Scenario } from '../sim/schema/scenario.ts';
import { mulberry32 } from './kernel.ts';

type Dyad = Scenario['dyads'][number];

const AXES = ['land', 'trade', 'creed', 'order'];
const CULTURE = ['powerDistance', 'individualism', 'uncertaintyAvoidance', 'context', 'timeOrientation'] as const;
const BIASES = ['overconfidence', 'confirmation', 'sunkCost'] as const;
/** Share of pairs with ill will: about that of the bundled Europe of 1879. */
const ILL_WILL = 0.3;

/**
 * An ordinary world of n actors, the same for the same n and seed. Every pair has its own proximity, trust and often ill will, and
 * n/10 defensive treaties of five to ten neighbours overlap. Actors lie on a plane whose density does not depend on n, so that a
 * world of a thousand is as threatened as one of twenty.
 */
export function ordinaryScenario(n: number, ticks: number, seed = 1): Scenario {
  const random = mulberry32(Math.imul(seed, 0x9e3779b1) ^ n);
  const ids = Array.from({ length: n }, (_, i) => `a${i}`);
  const plane = ids.map(() => [random() * Math.sqrt(n), random() * Math.sqrt(n)] as const);
  const apart = (i: number, j: number): number => Math.hypot(plane[i]![0] - plane[j]![0], plane[i]![1] - plane[j]![1]);
  const groups = groupsOf(n, random, apart);
  const scenario = Scenario.parse({
    format: 'foedus-scenario/1',
    id: `ordinary-${n}`,
    title: `An ordinary world of ${n}`,
    kind: 'laboratory',
    summary: 'Synthetic; its only use is to measure how fast the model runs.',
    time: { start: 1900, ticks, ticksPerYear: 4 },
    resources: [{ id: 'power', name: 'Power', unit: 'unit', growth: 0.01 }],
    interests: AXES.map((id) => ({ id, name: id, low: 'less', high: 'more' })),
    actors: ids.map((id) => actor(id, random)),
    treaties: groups.map((members, k) => ({
      id: `treaty-${k}`,
      name: `Treaty ${k}`,
      members: members.map((i) => ids[i]!),
      age: Math.floor(10 * random()),
      purpose: 'defensive',
      obligations: ['defence', 'consultation'],
      term: 5,
      reviewEvery: 5,
    })),
  });
  // Half a million pairs at n = 1000, so they are made in the form that parse would give them.
  scenario.dyads = dyadsOf(ids, random, apart, groups);
  return scenario;
}

const one = <K extends string>(names: readonly K[], draw: () => number): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, draw()])) as Record<K, number>;

const actor = (id: string, random: () => number) => ({
  id,
  name: `Actor ${id.slice(1)}`,
  resources: { power: 1 + 9 * random() * random() },
  position: one(AXES, () => 2 * random() - 1),
  salience: one(AXES, random),
  valuation: 0.7 + 0.6 * random(),
  autonomy: 0.2 + 0.6 * random(),
  loyalty: 0.2 + 0.6 * random(),
  culture: one(CULTURE, random),
  biases: one(BIASES, () => 0.3 * random()),
});

/** Five to ten actors near a centre, with gaps, so that neighbouring treaties share members. */
function groupsOf(n: number, random: () => number, apart: (i: number, j: number) => number): number[][] {
  return Array.from({ length: Math.max(1, Math.floor(n / 10)) }, () => {
    const centre = Math.floor(random() * n);
    const size = Math.min(n, 5 + Math.floor(6 * random()));
    const near = Array.from({ length: n }, (_, i) => i).sort((i, j) => apart(centre, i) - apart(centre, j) || i - j);
    return near
      .slice(0, 2 * size)
      .map((i) => [random(), i] as const)
      .sort(([a], [b]) => a - b)
      .slice(0, size)
      .map(([, i]) => i);
  });
}

function dyadsOf(
  ids: readonly string[],
  random: () => number,
  apart: (i: number, j: number) => number,
  groups: readonly number[][],
): Dyad[] {
  const n = ids.length;
  const friends = new Set(groups.flatMap((group) => group.flatMap((i) => group.map((j) => i * n + j))));
  const dyads: Dyad[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const allied = friends.has(i * n + j);
      const trust = (allied ? 0.5 : 0.3) + 0.4 * random();
      const ill = random() < ILL_WILL ? random() : 0;
      dyads.push({
        from: ids[i]!,
        to: ids[j]!,
        mutual: true,
        calculative: trust,
        relational: trust,
        hostility: allied ? 0 : ill,
        proximity: 1 / (1 + apart(i, j) ** 2),
      });
    }
  }
  return dyads;
}
