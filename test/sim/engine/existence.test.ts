import { describe, expect, it } from 'vitest';
import { check, checkPlaced, faultSentence } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import { finalDigest } from '../../../sim/history/digest-comparison.ts';
import { play } from '../../../sim/history/record.ts';
import { seek } from '../../../sim/history/seek.ts';
import type { Event } from '../../../sim/world/event.ts';
import { memberOf } from '../../../sim/world/membership.ts';
import type { World } from '../../../sim/world/state.ts';
import { always, cases } from '../arbitrary.ts';
import { actor, eventsOf, model, scenario, treaty } from '../builders.ts';

// Actors that begin and cease to exist.

const existing = (id: string, ...existence: object[]) => actor(id, { existence } as object);

/** What a world holds of actors that do not exist in it. */
function tracesOf({ derived: { absent, away, treaties }, columns, shape, alliances }: World): string[] {
  const found: string[] = [];
  const { actors: n, resources: m } = shape;
  for (const i of away) {
    const note = (what: string, value: number): void => {
      if (value !== 0) found.push(`actor ${i}: ${what} ${value}`);
    };
    for (const name of [
      'strength',
      'budget',
      'effort',
      'spent',
      'welfare',
      'threat',
      'exposure',
      'support',
      'standing',
    ] as const)
      note(name, columns[name][i]!);
    for (let r = 0; r < m; r++) note('stock', columns.resources[i * m + r]!);
    for (let j = 0; j < n; j++)
      for (const name of ['calculative', 'relational', 'hostility', 'proximity'] as const) {
        note(`${name} of ${j}`, columns[name][i * n + j]!);
        note(`${name} toward ${j}`, columns[name][j * n + i]!);
      }
    note('treaties', treaties[i]!.length);
  }
  for (const { id, members } of alliances)
    for (const { actor: k } of members) if (absent[k] === 1) found.push(`${id} has a member that does not exist: ${k}`);
  return found;
}

describe('an actor that does not exist', () => {
  it('has no part in anything, in any world', () => {
    let seen = 0;
    always(
      cases({ actors: 9, ticks: 50 }),
      ({ scenario: of, seed, interventions }) => {
        const ready = load(of);
        const world = start(ready);
        const events: Event[] = [];
        const run = begin(ready, seed, interventions, (event) => events.push(event));
        for (let t = 0; t < of.time.ticks; t++) {
          events.length = 0;
          tick(run, world);
          expect(tracesOf(world)).toEqual([]);
          seen += world.derived.away.length;
          const away = new Set(world.derived.away.map((i) => ready.ids[i]!));
          for (const { kind, who } of events)
            if (kind !== 'exited' && kind !== 'shock' && kind !== 'shock-over' && kind !== 'no-occasion')
              for (const id of who) if (kind !== 'dissolved') expect(away.has(id), `${kind} of ${id}`).toBe(false);
        }
      },
      120,
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('comes with the stocks of its spell and the relations of the scenario, and again after a gap', () => {
    const of = model({
      ticks: 30,
      actors: [
        actor('a'),
        actor('b'),
        existing('c', { from: 5, to: 12, resources: { arms: 30 } }, { from: 20, resources: { arms: 70 } }),
      ],
      dyads: [{ from: 'a', to: 'c', hostility: 0.4, relational: 0.9 }],
    });
    const history = play(of, '1', []);
    expect(eventsOf(history, 'entered', 'exited').map(({ tick: at, kind, who }) => `${at} ${kind} ${who}`)).toEqual([
      '5 entered c',
      '12 exited c',
      '20 entered c',
    ]);
    const [c, n] = [2, 3];
    for (const [at, stock] of [
      [6, 30],
      [21, 70],
    ] as const) {
      const world = seek(history, at);
      // One tick of growth has passed.
      expect(world.columns.resources[c]! / stock).toBeCloseTo(1, 1);
      // Row of the target: the ill will of c toward a.
      expect(world.columns.hostility[0 * n + c]).toBeGreaterThan(0.3);
      expect(world.columns.relational[0 * n + c]).toBeGreaterThan(0.8);
    }
    expect(seek(history, 5).columns.resources[c]).toBe(0);
    expect(seek(history, 13).columns.resources[c]).toBe(0);
  });

  it('gives up its treaties, or leaves its place to a successor that is no member yet', () => {
    const run = (successor: string | undefined, members: string[]) => {
      const of = model({
        ticks: 10,
        actors: [
          actor('a', { resources: { arms: 300 } }),
          actor('b'),
          actor('d'),
          existing('c', { to: 4, ...(successor !== undefined && { successor }) }),
        ],
        treaties: [treaty('pact', members, { governance: 'hegemonic', leader: 'c' })],
        mechanisms: { realign: [], govern: [] },
      });
      const history = play(of, '1', []);
      const pact = seek(history, 5).alliances.find(({ id }) => id === 'pact');
      const exit = eventsOf(history, 'exited')[0];
      return {
        members: pact?.members.map(({ actor: k }) => of.ids[k]),
        leader: pact && of.ids[pact.leader],
        has: pact && memberOf(pact, 2) !== undefined,
        exit,
        spans: history.chronicle.alliances[0]!.spans.map(({ actor: id, from, to }) => `${id} ${from + 0}–${to ?? ''}`),
      };
    };
    expect(run(undefined, ['a', 'b', 'c'])).toMatchObject({ members: ['a', 'b'], leader: 'a' });
    expect(run('d', ['a', 'b', 'c'])).toMatchObject({ members: ['a', 'b', 'd'], leader: 'd', has: true });
    expect(run('d', ['a', 'd', 'c'])).toMatchObject({ members: ['a', 'd'] });
    expect(run(undefined, ['a', 'c']).members).toBeUndefined();
    expect(run('d', ['a', 'c']).exit).toMatchObject({ who: ['c'], alliances: ['pact'], successor: 'd' });
    expect(run('d', ['a', 'c']).spans).toEqual(['a 0–', 'c 0–4', 'd 4–']);
  });

  it('is refused by name, whatever names it', () => {
    const of = scenario({
      ticks: 20,
      actors: [actor('a'), actor('b'), existing('c', { from: 5 }), existing('e', { to: 9, successor: 'a' })],
    });
    const refused = (...list: object[]): string[] => {
      const placed = checkPlaced(list, of);
      return 'faults' in placed ? placed.faults.map(faultSentence) : [];
    };
    expect(
      refused(
        { kind: 'decide', tick: 4, actor: 'c', choice: { act: 'hold', ticks: 1 } },
        { kind: 'decide', tick: 4, actor: 'a', choice: { act: 'propose', to: 'c' } },
        { kind: 'set', tick: 9, path: 'actors.e.loyalty', value: 0.2 },
        { kind: 'set', tick: 9, path: 'dyads.a.e.hostility', value: 0.2 },
      ),
    ).toEqual([
      '[0].actor: "c" does not exist in 4',
      '[1].choice.to: "c" does not exist in 4',
      '[2].path: "e" does not exist in 9',
      '[3].path: "e" does not exist in 9',
    ]);
    expect(refused({ kind: 'decide', tick: 5, actor: 'c', choice: { act: 'hold', ticks: 1 } })).toEqual([]);
  });

  it.each([
    ['overlap', [{ to: 5 }, { from: 5 }], 'actors[0].existence[1].from: expected a date at least one tick after 5'],
    ['order', [{ from: 7, to: 7.2 }], 'actors[0].existence[0].to: expected a date at least one tick after 7'],
    ['self', [{ to: 5, successor: 'a' }], 'actors[0].existence[0].successor: "a" cannot succeed itself'],
    ['heir', [{ to: 5, successor: 'x' }], 'actors[0].existence[0].successor: unknown actor "x"'],
    ['endless', [{}, { from: 5 }], 'actors[0].existence[0]'],
    ['kind', [{ from: 5, resources: { navy: 1 } }], 'actors[0].existence[0].resources.navy: unknown resource "navy"'],
    ['treaty', [{ from: 5 }], 'treaties[0].members[0]: "a" does not exist in 0'],
  ])('has spells that make sense: %s', (_, existence, sentence) => {
    const checked = check({
      ...scenario({ actors: [actor('b'), actor('d')] }),
      actors: [existing('a', ...existence), actor('b'), actor('d')],
      treaties: [treaty('pact', ['a', 'b'])],
    });
    const faults = 'faults' in checked ? checked.faults.map(faultSentence) : [];
    if (_ === 'endless') expect(faults.join('\n')).toContain('the spell before lasts to the end');
    else
      expect(
        faults.some((fault) => fault.startsWith(sentence)),
        faults.join('\n'),
      ).toBe(true);
  });

  it('cannot be in a published model that knows no entry', () => {
    const checked = check({
      ...scenario({ actors: [actor('b'), actor('d'), actor('e')] }),
      actors: [existing('a', { from: 3 }), actor('b'), actor('d')],
      mechanisms: { trust: [{ name: 'local-triads' }] },
    });
    expect('faults' in checked && checked.faults.map(faultSentence)).toEqual([
      'mechanisms.trust[0].name: "local-triads" takes every actor to exist throughout: expected no actor with spells of existence',
    ]);
  });

  it('changes no digest by being said to exist throughout', () => {
    const draft = { ticks: 25, actors: [actor('a'), actor('b'), actor('c')] };
    const plain = play(model(draft), '1', []);
    const said = play(model({ ...draft, actors: [actor('a'), existing('b', {}), actor('c')] }), '1', []);
    expect(finalDigest(said)).toBe(finalDigest(plain));
  });
});
