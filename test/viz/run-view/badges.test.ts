import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllianceView } from '../../../viz/run-view/alliance-views.ts';
import { type Badge, badgesOf, type SignedLife } from '../../../viz/run-view/badges.ts';
import { recoloured } from '../../../viz/run-view/view-beside.ts';
import { always } from '../../sim/arbitrary.ts';

interface Stretch {
  from: number;
  to: number;
}

const lived = ({ from, to }: Stretch): SignedLife => ({ from, to, spans: [{ from, to }] });
const stretch = fc.record({ from: fc.nat(60), lasts: fc.integer({ min: 1, max: 30 }) });
/** A life in the original, and what became of it in the branch: another time, or nothing. */
const lives = fc.array(fc.record({ before: stretch, after: fc.option(stretch, { nil: undefined }) }), {
  maxLength: 24,
});
const until = ({ from, lasts }: { from: number; lasts: number }): Stretch => ({ from, to: from + lasts });

/** Pairs that are in force at one time under one colour. */
const clashes = (all: readonly (Stretch & Badge)[]): string[] =>
  all.flatMap((a, k) =>
    all
      .slice(k + 1)
      .filter((b) => a.hue >= 0 && a.hue === b.hue && a.from < b.to && b.from < a.to)
      .map((b) => `${a.letter} ${b.letter}`),
  );

describe('the signs of two runs beside each other', () => {
  it('are the same for the same alliance, and no colour stands for two at one time in either run', () => {
    always(
      fc.record({ old: lives, fresh: fc.array(stretch, { maxLength: 8 }) }),
      ({ old, fresh }) => {
        const signs = badgesOf(old.map(({ before }) => lived(until(before))));
        const original = old.map(({ before }, k) => ({ ...until(before), ...signs[k]! }));
        expect(clashes(original)).toEqual([]);
        const branch = [
          ...old.flatMap(({ after }, k) => (after ? [{ ...lived(until(after)), beside: original[k]! }] : [])),
          ...fresh.map((one): SignedLife => lived(until(one))),
        ];
        const others = old.flatMap(({ after }, k) =>
          after ? [] : [{ from: 0, to: 0, spans: [original[k]!], beside: original[k]! }],
        );
        const badges = badgesOf([...branch, ...others]).slice(0, branch.length);
        const theirs = branch.map(({ from, to }, k) => ({ from, to, ...badges[k]! }));
        const ours = recoloured(original as unknown as AllianceView[], theirs) ?? original;
        expect(clashes(theirs)).toEqual([]);
        expect(clashes(ours)).toEqual([]);
        expect(new Set([...ours, ...theirs].map(({ letter }) => letter)).size).toBe(old.length + fresh.length);
        branch.forEach(({ beside }, k) => {
          const same = ours.find(({ letter }) => letter === beside?.letter);
          if (same) expect(badges[k]).toMatchObject({ letter: same.letter, hue: same.hue });
        });
      },
      200,
    );
  });

  it('change no colour that need not change', () => {
    const original = [
      { from: 0, to: 10, letter: 'A', hue: 0 },
      { from: 10, to: 30, letter: 'B', hue: 0 },
      { from: 12, to: 20, letter: 'C', hue: 1 },
    ];
    const signs = (...stretches: Stretch[]) =>
      badgesOf(stretches.map((one, k) => ({ ...lived(one), beside: original[k]! }))).map(
        ({ letter, hue }) => letter + hue,
      );
    expect(signs({ from: 1, to: 9 }, { from: 9, to: 12 }, { from: 40, to: 50 })).toEqual(['A0', 'B0', 'C1']);
    // A now meets B, which weighs more; of the other colours none but the second is in use.
    expect(signs({ from: 5, to: 15 }, { from: 10, to: 30 }, { from: 40, to: 50 })).toEqual(['A2', 'B0', 'C1']);
  });
});
