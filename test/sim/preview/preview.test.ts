import { describe, expect, it } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import type { Model } from '../../../sim/model/model.ts';
import type { Occasion } from '../../../sim/model/occasion.ts';
import type { PreviewChoice } from '../../../sim/preview/choice.ts';
import { preview, previewsFor } from '../../../sim/preview/preview.ts';
import type { World } from '../../../sim/world/state.ts';
import { digest } from '../../../sim/world/state-digest.ts';
import { everywhere, stateOf } from '../any-run.ts';
import { actor, model, only, treaty } from '../builders.ts';

/** One choice of every kind that the state gives an actor occasion for. */
function choicesIn({ ids, shape: { actors: n } }: Model, world: World, i: number): PreviewChoice[] {
  const other = ids[(i + 1) % n]!;
  const found: PreviewChoice[] = [
    { act: 'contribute', rate: 0.7 },
    { act: 'sign', parties: [ids[i]!, other], quotas: { [other]: 0 } },
    { act: 'honour' },
    { act: 'renege', caller: other },
    { act: 'honour', caller: other, victim: ids[(i + 2) % n]! },
  ];
  for (const { id, members } of world.alliances.slice(0, 4)) {
    const isIn = members.some(({ actor: one }) => one === i);
    found.push({ act: isIn ? 'leave' : 'join', alliance: id });
    found.push({ act: 'contribute', rate: 0.2, alliance: id });
    found.push({ act: 'sign', parties: [ids[i]!, other], alliance: id, clauses: { targetRate: 0.5 } });
    for (const matter of ['review', 'expulsion', 'sanction', 'accession'] as const)
      found.push({ act: 'vote', alliance: id, support: true, matter, subject: other });
  }
  return found;
}

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe('a preview', () => {
  everywhere(
    'leaves the world as it is, says the same again, and is made of numbers',
    ({ scenario, seed, interventions }) => {
      const of = load(scenario);
      if (of.shape.actors < 3) return;
      const history = play(of, seed, interventions);
      for (const at of [0, Math.floor(history.ticks / 2), history.ticks]) {
        const world = seek(history, at);
        const [before, left] = [stateOf(world), digest(world)];
        const i = at % of.shape.actors;
        const inTurn = previewsFor(of, world, of.ids[i]!);
        for (const choice of choicesIn(of, world, i)) {
          const given = preview(of, world, of.ids[i]!, choice);
          expect(preview(of, world, of.ids[i]!, choice)).toEqual(given);
          // None of several changes what the next one is compared with.
          expect(inTurn(choice)).toEqual(given);
          expect(numbersIn(given).every(Number.isFinite), JSON.stringify(given)).toBe(true);
          for (const sum of [given.pays, given.asked, given.gets, given.danger])
            for (const when of ['before', 'after'] as const)
              expect(sum?.parts.reduce((total, part) => total + part[when], 0) ?? 0).toBeCloseTo(sum?.[when] ?? 0, 9);
        }
        expect(stateOf(world)).toEqual(before);
        expect(digest(world)).toEqual(left);
      }
    },
    12,
    { actors: 6, ticks: 24 },
  );

  everywhere(
    'knows the strength of others only as the actor believes it',
    ({ scenario, seed, interventions }) => {
      const of = load(scenario);
      const n = of.shape.actors;
      if (n < 3) return;
      const history = play(of, seed, interventions);
      const at = Math.floor(history.ticks / 2);
      const [world, other] = [seek(history, at), seek(history, at)];
      const i = at % n;
      for (let j = 0; j < n; j++) {
        if (j === i) continue;
        other.columns.strength[j]! *= 3;
        other.columns.biases[j * 3] = 1 - other.columns.biases[j * 3]!;
        for (let k = 0; k < n; k++) other.columns.belief[j * n + k]! *= 5;
      }
      for (const choice of choicesIn(of, world, i))
        expect(preview(of, other, of.ids[i]!, choice)).toEqual(preview(of, world, of.ids[i]!, choice));
    },
    12,
    { actors: 6, ticks: 24 },
  );

  it('of the danger gives the hazards by which attacks are drawn, where beliefs are true', () => {
    const of = model({
      actors: [
        actor('A'),
        actor('B', { resources: { arms: 80 } }),
        actor('C', { resources: { arms: 300 } }),
        actor('D', { resources: { arms: 40 } }),
      ],
      threats: [{ id: 'SEA', name: 'Sea', strength: 150, hostility: { A: 0.8 }, proximity: { A: 1 } }],
      treaties: [treaty('pact', ['A', 'B'])],
      dyadDefaults: { hostility: 0.6, proximity: 0.9 },
      mechanisms: only({ crisis: [{ name: 'attacks', parameters: { aggression: 2 } }] }),
    });
    const world = start(of);
    world.columns.effort[1] = 5;
    const n = of.shape.actors;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) world.columns.belief[i * n + j] = world.columns.strength[j]!;
    // The ill will that observation would have added up.
    world.columns.exposure[0] = 2 * 0.6 * 0.9 + 0.6 * 0.9 + 0.8;
    const { danger } = preview(of, world, 'A', { act: 'contribute', rate: 0 });
    const drawn = new Map<string, number>();
    for (let seed = 0; seed < 200; seed++) {
      const copy = start(of);
      copy.columns.belief.set(world.columns.belief);
      copy.columns.exposure.set(world.columns.exposure);
      copy.columns.effort.set(world.columns.effort);
      const seen: Occasion[] = [];
      tick(
        begin(of, `seed ${seed}`, [], undefined, (occasion) => seen.push(occasion)),
        copy,
      );
      for (const { kind, who, about, probability } of seen)
        if (kind === 'menace' && about === 'A') drawn.set(who[0]!, probability!);
    }
    expect([...drawn.keys()].sort()).toEqual(['B', 'C', 'D', 'SEA']);
    expect(drawn.get('B')).toBe(0);
    for (const [who, probability] of drawn)
      expect(danger!.parts.find((part) => part.who === who)?.before ?? 0, who).toBeCloseTo(probability, 6);
  });
});
