import { describe, expect, it } from 'vitest';
import { begin, start, tick } from '../../../../sim/engine/run.ts';
import { hex } from '../../../../sim/exact/hash.ts';
import { play } from '../../../../sim/history/record.ts';
import { seek } from '../../../../sim/history/seek.ts';
import { OBLIGATIONS, type Obligation, PURPOSES } from '../../../../sim/schema/treaty.ts';
import { digest } from '../../../../sim/world/state-digest.ts';
import { actor, eventsOf, model, replications, treaty } from '../../builders.ts';

// Every kind of alliance that the field tells apart runs in one world, and does something else there than its plain sister.

type Written = NonNullable<Parameters<typeof treaty>[2]>;
type Kind = { members: string[]; equals: boolean; clauses: Written };
const IDS = ['a', 'b', 'c', 'd', 'e'];

type Crisis = NonNullable<NonNullable<Parameters<typeof model>[0]['mechanisms']>['crisis']>;
const warlike: Crisis = [{ name: 'relief' }, { name: 'attacks', parameters: { aggression: 0.4 } }];

/** Five who bear each other some ill will, an outside threat, and one treaty under watch; nobody founds another. */
const world = ({ members, equals, clauses }: Kind, crisis: Crisis = warlike) =>
  model({
    ticks: 60,
    ticksPerYear: 4,
    actors: IDS.map((id, k) => actor(id, { resources: { arms: equals ? 100 : 40 * (k + 1) } })),
    dyadDefaults: { hostility: 0.18, proximity: 0.8 },
    threats: [{ id: 'foe', name: 'Foe', strength: 250, hostility: { a: 0.8, b: 0.5 }, proximity: { a: 1, b: 0.7 } }],
    treaties: [treaty('kind', members, { targetRate: 0.2, ...clauses })],
    shocks: [
      {
        id: 'flood',
        name: 'Flood',
        family: 'disaster',
        at: 5,
        changes: [{ target: { actors: ['a'] }, field: 'resources.arms', operation: 'scale', amount: 0.7 }],
      },
      {
        id: 'peace',
        name: 'Peace',
        family: 'threat',
        at: 8,
        changes: [
          { target: { threats: ['foe'] }, field: 'strength', operation: 'set', amount: 0 },
          { target: { among: 'all' }, field: 'hostility', operation: 'set', amount: 0 },
        ],
      },
    ],
    mechanisms: {
      realign: [{ name: 'fulfilment' }, { name: 'departures' }],
      govern: [],
      crisis,
    },
  });
const plain: Kind = { members: IDS.slice(0, 3), equals: true, clauses: {} };
const but = (more: Partial<Kind>, clauses: Written = {}): Kind => ({
  ...plain,
  ...more,
  clauses: { ...plain.clauses, ...clauses },
});

/** The digest of the world after so many ticks. */
const course = (kind: Kind, ticks: number): string => {
  const of = world(kind);
  const state = start(of);
  const turns = begin(of, 'kinds', [], () => {});
  for (let t = 0; t < ticks; t++) {
    tick(turns, state);
    for (const [name, column] of Object.entries(state.columns))
      for (const x of column) if (!Number.isFinite(x)) throw new Error(`${name} at ${t}`);
    for (const { fund, pool } of state.alliances)
      if (fund < 0 || pool < 0) throw new Error(`a pool below nought at ${t}`);
  }
  // What stands in words (the seal) would set any two treaties apart: only what they did is compared.
  for (const alliance of state.alliances) Object.assign(alliance, { seal: 0 });
  return hex(...digest(state));
};

const kinds: [string, Kind, Kind][] = [
  ...PURPOSES.filter((purpose) => purpose !== 'defensive' && purpose !== 'offensive').map(
    (purpose): [string, Kind, Kind] => [`${purpose} rather than defensive`, but({}, { purpose }), plain],
  ),
  // Whom an offensive treaty calls is said by its obligation, as in ATOP: its purpose is the word for it.
  ['offensive rather than defensive', but({}, { purpose: 'offensive', obligations: ['offence'] }), plain],
  ['bilateral rather than multilateral', but({ members: ['a', 'b'] }), plain],
  ['asymmetric rather than among equals', but({ equals: false }), plain],
  ['ad hoc rather than permanent', but({}, { adHoc: true }), plain],
  ['informal rather than formal', but({}, { formality: 0.1 }), plain],
  ['a hub rather than a mesh', but({}, { structure: 'hub', leader: 'b' }), but({}, { leader: 'b' })],
  ['of collective security rather than defence', but({}, { casusFoederis: 'anyone' }), plain],
  ['of a narrow scope rather than against all', but({}, { against: ['foe'] }), plain],
];

describe('a treaty that is', () => {
  it.each(kinds)('%s runs, breaks nothing and makes another history', (_, kind, sister) => {
    expect(course(kind, 60)).not.toBe(course(sister, 60));
    // It is the treaty that did it, not a draw: the same one twice is the same.
    expect(course(kind, 60)).toBe(course(kind, 60));
  });
});

describe('every purpose, in every shape,', () => {
  const shapes = [plain.members, ['a', 'b']].flatMap((members) =>
    [true, false].flatMap((equals) =>
      [true, false].flatMap((adHoc) =>
        [0.1, 0.9].flatMap((formality) =>
          (['mesh', 'hub'] as const).flatMap((structure) =>
            (['outsiders', 'anyone'] as const).map((casusFoederis) =>
              but({ members, equals }, { adHoc, formality, structure, casusFoederis, leader: 'a' }),
            ),
          ),
        ),
      ),
    ),
  );

  it.each(PURPOSES)('runs: %s', (purpose) => {
    for (const shape of shapes) expect(course(but(shape, { ...shape.clauses, purpose }), 24)).toMatch(/^[0-9a-f]+$/);
  });
});

describe('what each kind is for', () => {
  it('an ad hoc treaty ends a year after its danger, a permanent one stands', () => {
    const ends = (adHoc: boolean) => eventsOf(play(world(but({}, { adHoc }), []), '1'), 'dissolved');
    const [end] = ends(true);
    expect(end).toMatchObject({ how: 'fulfilled', alliance: 'kind' });
    // Peace comes in the year 8, is felt at once, and must hold for a year.
    expect(end!.tick).toBe(8 * 4 + 4);
    expect(ends(false)).toEqual([]);
  });

  it('an ad hoc treaty against one foe outlives that foe’s end by a year, whatever else there is to fear', () => {
    const ends = (against: string[]) => eventsOf(play(world(but({}, { adHoc: true, against }), []), '1'), 'dissolved');
    expect(ends(['foe'])).toHaveLength(1);
    // Nobody in it ever felt much danger from the last of the five, which bears it little ill will.
    const first = replications(8, world(but({}, { adHoc: true, against: ['e'] }), [])).map(
      (history) => eventsOf(history, 'dissolved')[0]!.tick,
    );
    expect(Math.min(...first)).toBeLessThan(8 * 4);
  });

  it('an offensive treaty marches with the aggressor, a defensive one does not', () => {
    const march = (obligations: Written['obligations']) =>
      replications(30, world(but({}, { obligations }))).flatMap((history) =>
        eventsOf(history, 'fought').filter((event) => event.kind === 'fought' && event.who.length > 1),
      ).length;
    expect(march(['offence'])).toBeGreaterThan(0);
    expect(march(['defence'])).toBe(0);
  });

  it('no obligation is idle: without any one of them the history is another', () => {
    const trace = (obligations: readonly Obligation[]) =>
      replications(12, world(but({}, { obligations: [...obligations], casusFoederis: 'anyone' }))).map((history) => {
        const { columns } = seek(history, 60);
        return [history.events.length, columns.resources.join(), columns.relational.join()].join('|');
      });
    // Where nothing forbids the attack each of four shows; what forbids it shows beside defence.
    const free = OBLIGATIONS.filter((one) => one !== 'nonaggression' && one !== 'offence');
    for (const gone of free) expect(trace(free.filter((one) => one !== gone))).not.toEqual(trace(free));
    const bound = ['defence', 'offence', 'nonaggression'] as const;
    for (const gone of ['offence', 'nonaggression'] as const)
      expect(trace(['defence', gone])).not.toEqual(trace(['defence']));
    expect(trace(bound)).not.toEqual(trace(['defence', 'nonaggression']));
  });
});
