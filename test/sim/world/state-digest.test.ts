import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { start } from '../../../sim/engine/run.ts';
import { createHash, digestText, finishHash, hashAsNumber, hashWords, hex } from '../../../sim/exact/hash.ts';
import { createAlliance } from '../../../sim/world/alliance.ts';
import type { World } from '../../../sim/world/state.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { restore, snapshot } from '../../../sim/world/world.ts';
import { actor, model, treaty } from '../builders.ts';

const of = model({
  parameters: { p: 0.5 },
  interests: [{ id: 'axis', name: 'Axis', low: 'no', high: 'yes' }],
  actors: ['a', 'b', 'c'].map((id) => actor(id, { position: { axis: 0.3 } })),
  threats: [{ id: 't', name: 'T', strength: 100, hostility: { a: 0.5 } }],
  treaties: [
    treaty('ab', ['a', 'b'], { leader: 'a', governance: 'hegemonic', rival: false, term: 5, reviewEvery: 2 }),
    treaty('bc', ['b', 'c'], { purpose: 'economic', obligations: ['consultation'] }),
  ],
});

/** A world in which every list has an entry. */
function full(): World {
  const world = start(of);
  world.tick = 7;
  world.founded = 3;
  world.cancelled.push('storm', 'flood');
  for (const alliance of world.alliances) {
    alliance.disputes.push({ actor: 1, rung: 'negotiation', opened: 2 }, { actor: 0, rung: 'mediation', opened: 1 });
  }
  const lasting = { offset: 0, left: 0.5, until: 9, keep: 0.5, constantHash: 0 };
  world.shocked.push(
    {
      column: 'autonomy',
      slot: 1,
      alliance: '',
      underlying: [0.5],
      shown: [0.75],
      fadesFrom: 9,
      changes: [
        { shock: 'storm', operation: 'add', amount: 0.25, ...lasting },
        { shock: 'flood', operation: 'scale', amount: 0.5, ...lasting },
      ],
    },
    {
      column: 'formality',
      slot: -1,
      alliance: 'ab',
      underlying: [0.7],
      shown: [0.3],
      fadesFrom: 9,
      changes: [{ shock: 'flood', operation: 'set', amount: 2, ...lasting, left: 1 }],
    },
  );
  reseal(world);
  return world;
}
const digestOf = (world: World): string => hex(...digest(world));
const untouched = digestOf(full());

// What follows from the rest or says it twice: the bits and the constantHash, the leader's id beside its index. Columns have a test of their
// own, the shape never changes, and the derived is never saved.
const SAID_ELSEWHERE =
  /\.(bond|constantHash|fadesFrom)$|\.scope\.|\.clauses\.leader$|^world\.(shape|columns|unbounded|bounded|pairs|doubles|singles|derived)\./;

/** Alliances are sealed when they are made: what another one would be if it had been made like this. */
function reseal(world: World): void {
  for (const alliance of world.alliances) {
    const { id, name, founded, leader, clauses, members } = alliance;
    Object.assign(alliance, { constantHash: createAlliance(id, name, founded, leader, clauses, members).constantHash });
  }
  for (const { column, alliance, changes } of world.shocked)
    for (const change of changes)
      Object.assign(change, { constantHash: hashAsNumber(change.shock, column, alliance, change.operation) });
}

/** Every leaf of a value, as a path and as a function that changes it. */
function* leaves(value: unknown, path: string): Generator<{ path: string; change: () => void }> {
  for (const [key, entry] of Object.entries(value as object)) {
    const at = `${path}.${key}`;
    if (typeof entry === 'object' && entry !== null) {
      yield* leaves(entry, at);
      continue;
    }
    const other =
      typeof entry === 'number'
        ? entry + 1
        : typeof entry === 'boolean'
          ? !entry
          : typeof entry === 'string'
            ? another(entry)
            : 1;
    yield { path: at, change: () => Object.assign(value as object, { [key]: other }) };
  }
}

/** A different word of the same length, where a word is all that is wanted. */
const another = (word: string): string => (word.startsWith('z') ? 'y' : 'z') + word.slice(1);

describe('the digest of a world', () => {
  it('is the same for the same world, and for its copy', () => {
    const copy = start(of);
    restore(copy, snapshot(full()));
    expect(digestOf(full())).toBe(untouched);
    expect(digestOf(copy)).toBe(untouched);
  });

  it('changes with any bit of any column', () => {
    const columns = Object.entries(full().columns).filter(([, column]) => column.length > 0);
    expect(columns.length).toBe(Object.keys(full().columns).length);
    fc.assert(
      fc.property(fc.constantFrom(...columns.map(([name]) => name)), fc.nat(), fc.nat(), (name, slot, bit) => {
        const world = full();
        const column = world.columns[name as keyof World['columns']];
        const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
        bytes[slot % bytes.length]! ^= 1 << (bit % 8);
        expect(digestOf(world)).not.toBe(untouched);
      }),
      { numRuns: 2_000 },
    );
  });

  it('changes with every figure and word of tick, alliances, members, disputes, shocked places, parameters and cancellations', () => {
    const parts = (world: World) => {
      return [...leaves(world, 'world')].filter(({ path }) => !SAID_ELSEWHERE.test(path));
    };
    const count = parts(full()).length;
    expect(count).toBeGreaterThan(100);
    const unseen: string[] = [];
    for (let k = 0; k < count; k++) {
      const world = full();
      const { path, change } = parts(world)[k]!;
      change();
      reseal(world);
      if (digestOf(world) === untouched) unseen.push(path);
    }
    expect(unseen).toEqual([]);
  });

  it('tells every rung of the ladder from every other, though two have names of one length', () => {
    const seen = (['negotiation', 'mediation', 'arbitration', 'exit'] as const).map((rung) => {
      const world = full();
      world.alliances[0]!.disputes[0]!.rung = rung;
      return digestOf(world);
    });
    expect(new Set(seen).size).toBe(4);
  });

  it('minds order: of alliances, members, disputes, shocked places and their changes', () => {
    const turned: ((world: World) => unknown[])[] = [
      (world) => world.alliances,
      (world) => world.alliances[0]!.members,
      (world) => world.alliances[0]!.disputes,
      (world) => world.shocked,
      (world) => world.shocked[0]!.changes,
      (world) => world.cancelled,
    ];
    for (const list of turned) {
      const world = full();
      list(world).reverse();
      expect(digestOf(world)).not.toBe(untouched);
    }
  });

  it('minds where one list ends and the next begins', () => {
    const world = full();
    world.alliances[1]!.disputes.unshift(world.alliances[0]!.disputes.pop()!);
    expect(digestOf(world)).not.toBe(untouched);
    const shorter = full();
    shorter.shocked.pop();
    expect(digestOf(shorter)).not.toBe(untouched);
  });
});

describe('the hash under it', () => {
  const hashOf = (list: readonly number[]): string => {
    const hash = createHash();
    hashWords(hash, new Int32Array(Float64Array.from(list).buffer));
    return hex(...finishHash(hash));
  };

  it('does not let two flipped signs cancel, in whatever places they stand', () => {
    const list = Array.from({ length: 64 }, (_, k) => 1 + k / 7);
    const seen = new Map<string, string>();
    for (let a = 0; a < list.length; a++) {
      for (let b = a; b < list.length; b++) {
        const flipped = list.slice();
        flipped[a]! *= -1;
        if (b !== a) flipped[b]! *= -1;
        const key = hashOf(flipped);
        expect(seen.get(key) ?? null).toBeNull();
        seen.set(key, `${a} and ${b}`);
      }
    }
    expect(seen.has(hashOf(list))).toBe(false);
  });

  it('tells 0 from −0, and lists of zeros by their length', () => {
    expect(hashOf([0])).not.toBe(hashOf([-0]));
    expect(new Set(Array.from({ length: 50 }, (_, k) => hashOf(new Array(k).fill(0)))).size).toBe(50);
  });

  it('gives a hundred thousand near-by states as many digests', () => {
    const seen = new Set<string>();
    for (let k = 0; k < 100_000; k++) seen.add(hashOf([k * 2 ** -52 + 1, 2, 3, 4, 5]));
    expect(seen.size).toBe(100_000);
  });

  it('spreads one flipped bit over half of the digest', () => {
    const words = Int32Array.from({ length: 40 }, (_, k) => Math.imul(k, 0x9e3779b1));
    const value = (of: Int32Array): bigint => {
      const hash = createHash();
      hashWords(hash, of);
      return BigInt(`0x${hex(...finishHash(hash))}`);
    };
    const base = value(words);
    let flipped = 0;
    for (let bit = 0; bit < 40 * 32; bit++) {
      const other = words.slice();
      other[bit >> 5]! ^= 1 << (bit & 31);
      flipped += (value(other) ^ base).toString(2).replaceAll('0', '').length;
    }
    // Not a cipher: the last words of a short state are stirred less.
    expect(flipped / (40 * 32)).toBeGreaterThan(24);
    expect(flipped / (40 * 32)).toBeLessThan(40);
  });

  it('names a text in sixteen hex digits, and every other text otherwise', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(digestText(a)).toMatch(/^[0-9a-f]{16}$/);
        expect(digestText(a) === digestText(b)).toBe(a === b);
      }),
    );
  });
});
