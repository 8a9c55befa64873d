/**
 * A minimal tick of N actors with an N × N trust matrix: the benchmark for the model's own tick. A synthetic workload without
 * history, events or digest. Actors have four interests, a pressure, a strength and a contribution, and each is in one of N/10
 * alliances or, as alliance 0, in none.
 */
export interface Kernel {
  readonly n: number;
  readonly alliances: number;
  readonly random: () => number;
  /** Five entries an actor: its four interests, then a quarter of its pressure. */
  readonly traits: Float64Array;
  readonly strength: Float64Array;
  readonly contribution: Float64Array;
  /** Row i, column j: trust of i in j. */
  readonly trust: Float64Array;
  readonly place: Int32Array;
  readonly order: Int32Array;
  /** By alliance: members, summed strength, summed contribution, summed affinity to the choosing actor. */
  readonly size: Int32Array;
  readonly power: Float64Array;
  readonly pool: Float64Array;
  readonly appeal: Float64Array;
  /** The performance of each actor, toward which the trust of its allies moves. */
  readonly earned: Float64Array;
  switches: number;
}

/** Uniform in [0, 1), 32 bits (Ettinger's mulberry32): every implementation of the workload uses these random numbers. */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The random stream of the workload's run 0, 1, 2 … */
export const streamOf = (run: number): (() => number) => mulberry32(Math.imul(2_654_435_761, run + 1));

export function createKernel(n: number, random: () => number): Kernel {
  const alliances = Math.floor(n / 10);
  const kernel: Kernel = {
    n,
    alliances,
    random,
    traits: new Float64Array(5 * n),
    strength: new Float64Array(n),
    contribution: new Float64Array(n),
    trust: new Float64Array(n * n),
    place: new Int32Array(n),
    order: Int32Array.from({ length: n }, (_, i) => i),
    size: new Int32Array(alliances + 1),
    power: new Float64Array(alliances + 1),
    pool: new Float64Array(alliances + 1),
    appeal: new Float64Array(alliances + 1),
    earned: new Float64Array(n),
    switches: 0,
  };
  for (let i = 0; i < n; i++) {
    kernel.strength[i] = 0.5 + random();
    drawTraits(kernel, i);
    kernel.place[i] = Math.floor(random() * (alliances + 1));
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (j !== i) kernel.trust[i * n + j] = 0.4 * (random() - 0.5);
  return kernel;
}

export function tickKernel(kernel: Kernel): void {
  shuffleOrder(kernel);
  countAlliances(kernel);
  for (let k = 0; k < kernel.n; k++) choose(kernel, kernel.order[k]!);
  contribute(kernel);
  judge(kernel);
  learn(kernel);
  shock(kernel);
}

function drawTraits({ traits, random }: Kernel, i: number): void {
  traits[5 * i + 4] = random() / 4;
  for (let d = 5 * i; d < 5 * i + 4; d++) traits[d] = random() - 0.5;
}

function shuffleOrder({ n, order, random }: Kernel): void {
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}

function countAlliances({ n, place, strength, size, power }: Kernel): void {
  size.fill(0);
  power.fill(0);
  for (let i = 0; i < n; i++) {
    size[place[i]!]!++;
    power[place[i]!]! += strength[i]!;
  }
}

const benefit = (power: number): number => power / (power + 5);

function choose(kernel: Kernel, i: number): void {
  const { alliances, place, strength, size, power, appeal } = kernel;
  const own = strength[i]!;
  const old = place[i]!;
  size[old]!--;
  power[old]! -= own;
  // Alliance 0 has no appeal, so its slot may receive the actor's affinity to itself.
  place[i] = 0;
  weighAll(kernel, i);
  let best = 0;
  let most = benefit(own);
  for (let k = 1; k <= alliances; k++) {
    const members = size[k]!;
    const liking = members > 0 ? appeal[k]! / members : 0;
    const worth = liking + benefit(power[k]! + own) - (0.1 + 0.03 * members);
    if (worth > most) {
      most = worth;
      best = k;
    }
  }
  place[i] = best;
  size[best]!++;
  power[best]! += own;
  if (best !== old) kernel.switches++;
}

/** Sums the affinity of i to all others by their alliance. */
function weighAll({ n, traits, trust, place, appeal }: Kernel, i: number): void {
  const row = i * n;
  const w = traits[5 * i]!;
  const x = traits[5 * i + 1]!;
  const y = traits[5 * i + 2]!;
  const z = traits[5 * i + 3]!;
  const pressure = traits[5 * i + 4]!;
  appeal.fill(0);
  for (let j = 0, at = 0; j < n; j++, at += 5) {
    const other = traits[at + 4]!;
    // Half the lesser pressure: min(a, b)/2 = a/4 + b/4 − |a/4 − b/4|, without a branch that may be mispredicted.
    const shared = pressure + other - Math.abs(pressure - other);
    const alike = w * traits[at]! + x * traits[at + 1]! + y * traits[at + 2]! + z * traits[at + 3]!;
    appeal[place[j]!]! += alike + trust[row + j]! + shared;
  }
}

/** Simultaneous best responses to ln(1 + G) − g²/2s, from the contributions of the tick before. */
function contribute({ n, place, strength, contribution, pool }: Kernel): void {
  pool.fill(0);
  for (let i = 0; i < n; i++) pool[place[i]!]! += contribution[i]!;
  for (let i = 0; i < n; i++) {
    const own = strength[i]!;
    const given = contribution[i]!;
    const rest = 1 + pool[place[i]!]! - given;
    const best = place[i] === 0 ? 0 : Math.min(own, (Math.sqrt(rest * rest + 4 * own) - rest) / 2);
    contribution[i] = 0.7 * given + 0.3 * best;
  }
}

const cut = (x: number): number => (x > 1 ? 1 : x < -1 ? -1 : x);

/** Performance of each actor: its contribution relative to its fair share, which is proportional to strength. */
function judge(kernel: Kernel): void {
  const { n, place, strength, contribution, pool, power, earned } = kernel;
  countAlliances(kernel);
  pool.fill(0);
  for (let i = 0; i < n; i++) pool[place[i]!]! += contribution[i]!;
  for (let i = 0; i < n; i++) {
    const fair = (pool[place[i]!]! * strength[i]!) / power[place[i]!]!;
    earned[i] = cut(0.1 + cut((contribution[i]! - fair) / (fair + 1e-9)));
  }
}

function learn({ n, trust, place, earned }: Kernel): void {
  for (let i = 0; i < n; i++) {
    const row = i * n;
    // Nobody is in alliance −1: non-aligned actors are not allies of each other.
    const mine = place[i]! || -1;
    for (let j = 0; j < n; j++) {
      const now = trust[row + j]!;
      trust[row + j] = place[j] === mine ? now + 0.1 * (earned[j]! - now) : 0.99 * now;
    }
    trust[row + i] = 0;
  }
}

function shock(kernel: Kernel): void {
  const { n, strength, random } = kernel;
  for (let i = 0; i < n; i++) {
    if (random() >= 0.02) continue;
    strength[i] = Math.min(5, Math.max(0.2, strength[i]! * (0.5 + random())));
    drawTraits(kernel, i);
  }
}

/** Results by which two implementations of the workload are compared. */
export function outcomeOf({ n, trust, contribution, strength, place, alliances, switches }: Kernel) {
  const sum = (list: Float64Array): number => list.reduce((total, x) => total + x, 0);
  const sizes = new Array<number>(alliances + 1).fill(0);
  let hash = 0;
  for (const k of place) {
    sizes[k]!++;
    hash = (31 * hash + k + 1) % 1_000_000_007;
  }
  return {
    trust: sum(trust) / (n * (n - 1)),
    contribution: sum(contribution),
    strength: sum(strength),
    hhi: sizes.slice(1).reduce((total, size) => total + (size / n) ** 2, 0),
    aligned: n - sizes[0]!,
    switches,
    hash,
  };
}
