import { describe, expect, it } from 'vitest';
import { classics } from '../../../scenarios/classics/index.ts';
import { histories } from '../../../scenarios/index.ts';
import type { AllianceRecord } from '../../../sim/history/chronicle.ts';
import { MEASURES } from '../../../sim/measures/index.ts';
import { RUN_MEASURES, type Summary } from '../../../sim/results/summary.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { Event } from '../../../sim/world/event.ts';
import {
  differenceCurves,
  metricDifferences,
  otherEndings,
  runDifferencesOf,
} from '../../../viz/branch/run-differences.ts';
import { letterOf } from '../../../viz/run-view/badges.ts';
import { metricName } from '../../../viz/run-view/figure-names.ts';
import { firstDifference } from '../../../viz/run-view/first-difference.ts';
import { planWords } from '../../../viz/run-view/intervention-words.ts';
import { type Plan, planOf } from '../../../viz/run-view/plan.ts';
import { type RunView, toRunView } from '../../../viz/run-view/run-view.ts';
import { toViewBeside } from '../../../viz/run-view/view-beside.ts';
import {
  BLANK,
  kindsAt,
  nextCall,
  objectsOf,
  settle,
  standingBefore,
  subjectsOf,
  type WhatIfDraft,
} from '../../../viz/run-view/what-if.ts';
import { createSlices } from '../../../viz/shell/slices.tsx';
import { createSession } from '../../../workers/session.ts';
import { replay, setting, TICKS } from '../run-view/replay-builder.ts';
import { engineOf, sessionOf } from '../store/session-builder.ts';

const told = toRunView({ ...setting, resources: [{ id: 'power', name: 'Power' }] }, replay());
const ids = (list: readonly { id: string }[]): string => list.map(({ id }) => id).join(' ');

describe('what can be asked', () => {
  it('is to leave what one was in before the tick began, and to join what one was not in', () => {
    expect(standingBefore(told.replay, 0).map(({ id, members }) => `${id}: ${members.join(' ')}`)).toEqual([
      'dual: GER AUH',
      'cyprus: GBR OTT',
    ]);
    // Founded in tick 9, the League is not there to be left until the next.
    expect(ids(objectsOf(told, 9, 'leave', 'GER'))).toBe('dual');
    expect(ids(objectsOf(told, 10, 'leave', 'GER'))).toBe('dual emperors');
    expect(ids(objectsOf(told, 10, 'join', 'GBR'))).toBe('dual emperors serbian');
    expect(ids(subjectsOf(told, 10, 'leave'))).toBe('GBR GER AUH RUS OTT SRB');
  });

  it('is to answer a call only of those who are yet called', () => {
    expect(ids(subjectsOf(told, 100, 'honour'))).toBe('ITA RUS');
    expect(nextCall(told, 'ITA', 100)).toBe(142);
    expect(nextCall(told, 'ITA', 143)).toBeUndefined();
  });

  it('keeps of a form what still fits, and fills in the rest', () => {
    const draft: WhatIfDraft = { ...BLANK, kind: 'leave', actor: 'FRA', alliance: 'entente' };
    expect(settle(told, 130, draft)).toMatchObject({ kind: 'leave', actor: 'FRA', alliance: 'entente' });
    expect(settle(told, 60, draft)).toMatchObject({ kind: 'leave', actor: 'FRA', alliance: 'franco' });
    expect(settle(told, 10, draft)).toMatchObject({ kind: 'leave', actor: 'GBR', alliance: 'cyprus' });
  });
});

describe('a what-if', () => {
  const plan = (draft: Partial<WhatIfDraft>, tick = 60): Plan => {
    const outcome = planOf(told, tick, [{ ...BLANK, actor: 'AUH', other: 'SRB', alliance: 'dual', ...draft }]);
    if ('fault' in outcome) throw new Error(outcome.fault);
    return outcome.plan;
  };

  it.each<[Partial<WhatIfDraft>, string, unknown]>([
    [
      { kind: 'leave' },
      'Austria-Hungary leaves the Dual Alliance',
      { kind: 'decide', tick: 60, actor: 'AUH', choice: { act: 'leave', alliance: 'dual' } },
    ],
    [
      { kind: 'join', alliance: 'franco' },
      'Austria-Hungary joins the Franco-Russian Alliance',
      { kind: 'decide', tick: 60, actor: 'AUH', choice: { act: 'join', alliance: 'franco' } },
    ],
    [
      { kind: 'propose' },
      'Austria-Hungary proposes an alliance to Serbia',
      { kind: 'decide', tick: 60, actor: 'AUH', choice: { act: 'propose', to: 'SRB' } },
    ],
    [
      { kind: 'contribute', share: '12,5' },
      'Austria-Hungary contributes 12.5 % of its budget from then on',
      { kind: 'decide', tick: 60, actor: 'AUH', choice: { act: 'contribute', rate: 0.125 } },
    ],
    [
      { kind: 'renege', actor: 'RUS' },
      'Russian Empire reneges on its commitment',
      { kind: 'decide', tick: 142, actor: 'RUS', choice: { act: 'renege' } },
    ],
    [
      { kind: 'loyalty', value: '0.9' },
      'the loyalty of Austria-Hungary is set to 0.9',
      { kind: 'set', tick: 60, path: 'actors.AUH.loyalty', value: 0.9 },
    ],
  ])('%o is told as it is placed', (draft, says, intervention) => {
    const made = plan(draft);
    expect(made).toEqual({ tick: draft.kind === 'renege' ? 142 : 60, interventions: [intervention] });
    expect(planWords(told, made)).toBe(says);
  });

  it('of strength strikes every resource, for as long as it says', () => {
    const made = plan({ kind: 'strength', factor: '0.5', lasts: '1' });
    const { interventions } = made;
    const says = planWords(told, made);
    expect(says).toBe('the strength of Austria-Hungary is multiplied by 0.5 for 1 year');
    expect(interventions).toMatchObject([
      {
        shock: {
          name: says,
          changes: [
            { target: { actors: ['AUH'] }, field: 'resources.power', operation: 'scale', amount: 0.5, duration: 1 },
          ],
        },
      },
    ]);
  });

  it('of ill will is felt on both sides, and with no term for good', () => {
    const made = plan({ kind: 'hostility', level: '1', lasts: '' });
    const { interventions } = made;
    expect(planWords(told, made)).toBe('hostility between Austria-Hungary and Serbia is set to 1 permanently');
    expect(interventions).toMatchObject([
      {
        shock: {
          changes: [
            {
              target: {
                dyads: [
                  { from: 'AUH', to: 'SRB' },
                  { from: 'SRB', to: 'AUH' },
                ],
              },
              duration: null,
            },
          ],
        },
      },
    ]);
  });

  it.each<[Partial<WhatIfDraft>, string]>([
    [{ kind: 'contribute', share: '101' }, 'The share of the budget is a number from 0 to 100.'],
    [{ kind: 'contribute', share: '' }, 'The share of the budget is a number from 0 to 100.'],
    [{ kind: 'strength', factor: '-1' }, 'The factor is a number from 0 to 100.'],
    [{ kind: 'hostility', level: 'much' }, 'The hostility is a number from 0 to 1.'],
    [
      { kind: 'hostility', lasts: 'long' },
      'The duration is a number of years from 0 to 10000. Leave it empty for a permanent change.',
    ],
    [{ kind: 'valuation', value: '0' }, 'The valuation is a number from 0.001 to 1000.'],
    [{ kind: 'honour', actor: 'JPN' }, 'No ally calls upon Empire of Japan again in this run.'],
  ])('that cannot be, %o, is answered in one sentence', (draft, fault) => {
    expect(() => plan(draft)).toThrow(fault);
  });
});

describe('several what-ifs at once', () => {
  const draft = (change: Partial<WhatIfDraft>): WhatIfDraft => ({
    ...BLANK,
    actor: 'AUH',
    alliance: 'dual',
    other: 'SRB',
    ...change,
  });

  it('are one branch, in the order of their ticks, each shock with an id of its own', () => {
    const outcome = planOf(told, 60, [
      draft({ kind: 'renege', actor: 'RUS' }),
      draft({ kind: 'strength' }),
      draft({ kind: 'strength', actor: 'GER' }),
      draft({ kind: 'cancel' }),
    ]);
    if ('fault' in outcome) throw new Error(outcome.fault);
    const { tick, interventions } = outcome.plan;
    expect(tick).toBe(60);
    expect(interventions.map((placed) => `${placed.tick} ${placed.kind}`)).toEqual([
      '60 shock',
      '60 shock',
      '60 cancel',
      '142 decide',
    ]);
    const ids = interventions.flatMap((placed) => (placed.kind === 'shock' ? [placed.shock.id] : []));
    expect(new Set(ids).size).toBe(2);
    expect(planWords(told, outcome.plan)).toMatch(
      /; the Dual Alliance is cancelled; Russian Empire reneges on its commitment$/,
    );
  });

  it('are refused for the first that is wrong', () => {
    const outcome = planOf(told, 60, [draft({ kind: 'stay' }), draft({ kind: 'contribute', share: '200' })]);
    expect(outcome).toEqual({ fault: 'The share of the budget is a number from 0 to 100.' });
  });
});

/** The first that the run tells of. */
const shockIn = ({ events }: RunView): string =>
  events.flatMap((event) => (event.kind === 'shock' ? [event.shock] : []))[0]!;

describe('what is told of a branch', () => {
  const decide = (actor: string, choice: object): Intervention =>
    ({ kind: 'decide', tick: 60, actor, choice }) as Intervention;
  const vote = { act: 'vote', alliance: 'dual', support: false };

  it.each<[string, Intervention[], string]>([
    [
      'an order to stay',
      [decide('AUH', { act: 'stay', alliance: 'dual' })],
      'Austria-Hungary stays in the Dual Alliance',
    ],
    [
      'an order to bear',
      [decide('AUH', { act: 'bear', alliance: 'dual' })],
      'Austria-Hungary accepts the inequity in the Dual Alliance',
    ],
    [
      'many who vote alike',
      ['AUH', 'GER'].map((actor) => decide(actor, vote)),
      'Austria-Hungary and German Empire vote against it in the Dual Alliance',
    ],
    [
      'a shock called off, by its name',
      [{ kind: 'cancel', tick: 60, what: 'shock', id: shockIn(told) }],
      '“France takes Tunis” does not happen',
    ],
    ['a parameter', [{ kind: 'set', tick: 60, path: 'parameters.p', value: 2 }], 'p is set to 2'],
  ] as [string, Intervention[], string][])('names %s', (_, interventions, says) => {
    expect(planWords(told, { tick: 60, interventions })).toBe(says);
  });
});

describe('a parameter', () => {
  const withParameters = (parameters: RunView['replay']['parameters']): RunView => ({
    ...told,
    replay: { ...told.replay, parameters },
  });

  it('can be another in mid-run only where the run goes on reading it', () => {
    const run = withParameters([
      { name: 'expost', value: 0, describe: '' },
      { name: 'tension', value: 1, describe: '' },
      { name: 'p', value: 1, describe: 'read once' },
    ]);
    expect(ids(objectsOf(run, 60, 'parameter', ''))).toBe('tension');
    expect(kindsAt(withParameters([]), 60).map(({ kind }) => kind)).not.toContain('parameter');
  });

  it('that says which shocks there are is refused by the engine too', async () => {
    const wrong = { kind: 'set', tick: 3, path: 'parameters.expost', value: 1 };
    const run = createSession().run({ scenario: histories.nato, seed: '1', interventions: [wrong] });
    await expect(run).rejects.toThrow('"parameters.expost" is read once, when the run begins');
  });
});

describe('two runs beside each other', () => {
  const digests = (...words: number[]) => ({ ticks: words.length / 2, digests: Uint32Array.from(words) });

  it.each([
    [digests(1, 2, 3, 4), digests(1, 2, 3, 4), null],
    [digests(1, 2, 3, 4), digests(1, 2, 3, 5), 1],
    [digests(1, 2, 3, 4), digests(9, 2, 3, 4), 0],
    [digests(1, 2, 3, 4), digests(1, 2), 1],
  ])('differ first where their digests do', (a, b, first) => {
    expect(firstDifference(a, b)).toBe(first);
  });

  it('part where something happens in one only, whatever the reasons; what people placed is no such thing', () => {
    const { events, alliances } = replay();
    const parting = (branch: Event[]) => runDifferencesOf({ events, alliances }, { events: branch, alliances });
    const at = events.findIndex(({ kind }) => kind === 'founded');
    const placed: Event = { tick: 0, by: 'interventions', kind: 'intervention', who: [], what: 'x', because: [] };
    const otherwise: Event[] = [placed, ...events.map((event) => ({ ...event, because: [] }))];
    expect(parting(otherwise)).toBeUndefined();
    const gone = events[at]!;
    const come: Event = { tick: gone.tick, by: 'x', because: [], kind: 'attacked', who: ['GER'], victim: 'FRA' };
    const instead = (...put: Event[]): Event[] => [...events.slice(0, at), ...put, ...events.slice(at + 1)];
    expect(parting(instead())).toEqual({ tick: gone.tick, original: gone, branch: undefined });
    expect(parting(instead(come))).toEqual({ tick: gone.tick, original: gone, branch: come });
  });

  it('are drawn by the measures that differ, the most for its range first, samples of one stride beside each other', () => {
    const series = (stride: number, rows: number[][]) => ({
      stride,
      samples: rows.length,
      worldNames: ['same', 'little', 'much'],
      world: Float64Array.from(rows.flat()),
    });
    const original = series(1, [
      [5, 0, 0],
      [5, 10, 1],
      [5, 10, 1],
    ]);
    const branch = series(2, [
      [5, 0, 0],
      [5, 9, 3],
    ]);
    expect(differenceCurves(original, branch)).toEqual([
      { name: 'much', ticks: [0, 2], values: [0, 2], most: 2, size: 2 / 3 },
      { name: 'little', ticks: [0, 2], values: [0, -1], most: 1, size: 0.1 },
    ]);
    expect(differenceCurves(original, original)).toEqual([]);
  });

  it('are told by the figures that differ, branch less original', () => {
    const summary = (metrics: Record<string, number>, analysis?: Record<string, unknown>) =>
      ({ metrics, ...(analysis && { analysis }) }) as Summary;
    expect(
      metricDifferences(
        summary({ left: 2, joined: 3, cohesion: 0 }, { value: 8, who: ['A'] }),
        summary({ left: 5, joined: 3, cohesion: 0.5 }, { value: 2, who: ['B'] }),
      ),
    ).toEqual([
      { name: 'left', original: 2, branch: 5, difference: 3, share: 0.6 },
      { name: 'cohesion', original: 0, branch: 0.5, difference: 0.5, share: 1 },
      { name: 'value', original: 8, branch: 2, difference: -6, share: -0.75 },
    ]);
  });

  it('are told by the alliances that end otherwise', () => {
    const before = replay();
    const alliances = before.alliances
      .filter(({ id }) => id !== 'balkan')
      .map((one) => (one.id === 'cyprus' ? { ...one, ended: null } : one))
      .map((one) => (one.id === 'triple' ? { ...one, spans: one.spans.filter(({ actor }) => actor !== 'ITA') } : one));
    expect(otherEndings(before, { alliances }).map(({ name }) => name)).toEqual([
      'Cyprus Convention',
      'Triple Alliance',
      'Balkan Pact',
    ]);
    const [, triple, balkan] = otherEndings(before, { alliances });
    expect(triple).toMatchObject({ original: { members: ['AUH', 'GER', 'ITA'] }, branch: { members: ['AUH', 'GER'] } });
    expect(balkan).toMatchObject({ original: { ended: 138 }, branch: undefined });
    expect(otherEndings(before, before)).toEqual([]);
  });

  it('bear the same letter and colour for the same alliance, and new ones what is free', () => {
    const after = replay();
    const [first, ...rest] = after.alliances;
    const made = {
      ...first!,
      id: 'new',
      name: 'New Pact',
      obligations: ['neutrality' as const],
      founded: 5,
      spans: first!.spans.map((span) => ({ ...span, from: 5 })),
    };
    const branch = toViewBeside({ ...after, alliances: [...rest, made] }, told);
    for (const alliance of told.alliances.slice(1)) {
      const again = branch.alliances.find(({ id }) => id === alliance.id)!;
      expect([again.letter, again.hue]).toEqual([alliance.letter, alliance.hue]);
    }
    expect(new Set(branch.alliances.map(({ letter }) => letter)).size).toBe(branch.alliances.length);
    // The letter of what the branch lacks goes to nothing else.
    expect(branch.alliances.find(({ id }) => id === 'new')!.letter).toBe(letterOf(told.alliances.length));
    expect(branch.ticks).toBe(TICKS);
  });

  it('count a pact that was founded in another tick, under another id and by the other proposer, as one', () => {
    const before = replay();
    const later = ({ id, spans, founded, ...one }: AllianceRecord): AllianceRecord => ({
      ...one,
      id: 'RUS-FRA-9',
      name: 'Russian Empire–French Republic alliance',
      founded: founded + 6,
      spans: [...spans].reverse().map((span) => ({ ...span, from: span.from + 6 })),
    });
    const alliances = before.alliances.map((one) => (one.id === 'franco' ? later(one) : one)).reverse();
    const branch = toViewBeside({ ...before, alliances }, told);
    const signs = ({ alliances }: RunView) => alliances.map(({ letter, hue }) => `${letter} ${hue}`);
    expect(signs(branch)).toEqual(signs(told));
    expect(otherEndings(before, { alliances })).toEqual([
      {
        name: 'Franco-Russian Alliance',
        original: { id: 'franco', founded: 55, ended: null, members: ['FRA', 'RUS'] },
        branch: { id: 'RUS-FRA-9', founded: 61, ended: null, members: ['FRA', 'RUS'] },
      },
    ]);
    const same = before.alliances.map((one) => (one.id === 'franco' ? { ...one, id: 'other' } : one));
    const events = before.events.map((event) =>
      'alliance' in event && event.alliance === 'franco' ? { ...event, alliance: 'other' } : event,
    );
    expect(otherEndings(before, { alliances: same })).toEqual([]);
    expect(runDifferencesOf(before, { events, alliances: same })).toBeUndefined();
  });

  it('have a name for every figure that says more than its key', () => {
    for (const { name } of [...MEASURES, ...RUN_MEASURES]) expect(metricName(name)).toMatch(/^[A-Z][^_]+$/);
    expect(metricName('honouredShare')).toBe('Calls honoured, share');
  });
});

describe('a branch in the page', () => {
  const open = async (id: string, seed = '7') => {
    const session = sessionOf();
    const { run, branches, attribution } = createSlices(engineOf({ ...histories, ...classics }, session));
    await run.start(id, seed);
    return { start: run.start, branches, attribution, session, shown: (): RunView => run.shown.value! };
  };
  const settled = (run: RunView, tick: number, draft: Partial<WhatIfDraft>): Plan => {
    const outcome = planOf(run, tick, [settle(run, tick, { ...BLANK, ...draft })]);
    if ('fault' in outcome) throw new Error(outcome.fault);
    return outcome.plan;
  };

  it('is the run that Node makes of the same interventions, and the original comes back to the last bit', async () => {
    const { branches, session, shown } = await open('europe-1879-1914');
    const original = shown();
    const plan = settled(original, 56, { kind: 'leave', actor: 'AUH' });
    expect(await branches.create(plan)).toBeUndefined();
    const pair = branches.pair.value!;
    expect(pair.first).toBe(56);
    const straight = await createSession().run({
      scenario: histories['europe-1879-1914'],
      seed: '7',
      interventions: plan.interventions,
    });
    expect(shown().replay.digest).toBe(straight.digest);
    expect(pair.branch.summary.digest).toBe(straight.digest);
    branches.toggleSide();
    expect(shown()).toBe(original);
    expect(branches.back()).toBe(1);
    expect(await session.frame(100, 1)).not.toEqual(await session.frame(100));
    const before = await session.frame(100, 1);
    await branches.undo();
    expect(shown()).toBe(original);
    expect(branches.pair.value).toBeUndefined();
    expect(await session.frame(100)).toEqual(before);
  });

  it.each([
    ['europe-1879-1914', '7', 56, { kind: 'leave', actor: 'AUH' }],
    ['europe-1879-1914', '7', 20, { kind: 'strength', actor: 'GER', lasts: '' }],
    ['europe-1879-1914', '1', 30, { kind: 'autonomy', actor: 'FRA', value: '0.9' }],
    ['delian-league', '3', 10, { kind: 'strength', actor: 'ATH', lasts: '' }],
    ['nato', '2', 20, { kind: 'autonomy', actor: 'FRA', value: '1' }],
  ] as const)(
    'bears the letters and colours of its original, in its order: %s, seed %s, tick %i',
    async (id, seed, tick, draft) => {
      const { branches, shown } = await open(id, seed);
      expect(await branches.create(settled(shown(), tick, draft))).toBeUndefined();
      const { original, branch } = branches.pair.value!;
      const origin = ({ replay, alliances }: RunView) =>
        alliances.map(({ id, from, letter, hue }) => {
          const { founded, purpose, obligations, spans } = replay.alliances.find(
            (one) => one.id === id && Math.max(0, one.founded) === from,
          )!;
          const founders = spans.filter((span) => span.from === founded).map(({ actor }) => actor);
          return { letter, hue, pact: [purpose, ...obligations, ...founders.sort()].join(' ') };
        });
      const [ours, theirs] = [origin(original.run), origin(branch.run)];
      for (const { letter, hue, pact } of theirs) {
        const same = ours.find((one) => one.letter === letter);
        // A letter stands for one pact in both, and a pact that each has once bears one letter.
        if (same) expect({ pact, hue }).toEqual({ pact: same.pact, hue: same.hue });
        const once = (all: typeof ours) => all.filter((one) => one.pact === pact).length === 1;
        if (once(ours) && once(theirs)) expect(ours.find((one) => one.pact === pact)!.letter).toBe(letter);
      }
      const shared = (all: typeof ours, others: typeof ours) =>
        all.map(({ letter }) => letter).filter((letter) => others.some((one) => one.letter === letter));
      expect(shared(theirs, ours)).toEqual(shared(ours, theirs));
      expect(shared(theirs, ours).length).toBeGreaterThan(2);
      for (const { original: a, branch: b } of otherEndings(original.run.replay, branch.run.replay))
        if (a && b) expect([a.founded, a.ended, a.members]).not.toEqual([b.founded, b.ended, b.members]);
    },
  );

  it('grows another: parent and child are compared, and undone one after the other', async () => {
    const { branches, shown } = await open('europe-1879-1914');
    const original = shown();
    await branches.create(settled(original, 20, { kind: 'strength', actor: 'GER', lasts: '' }));
    const child = shown();
    await branches.create(settled(child, 60, { kind: 'autonomy', actor: 'FRA', value: '1' }));
    expect(branches.pair.value!.original.run).toBe(child);
    expect(shown().replay.interventions).toHaveLength(2);
    await branches.undo();
    expect(shown()).toBe(child);
    expect(branches.pair.value!.original.run.replay).toBe(original.replay);
    await branches.undo();
    expect(shown()).toBe(original);
  });

  it('from the original takes the place of the branch there is; if it comes to nothing, that one stays', async () => {
    const { branches, session, shown } = await open('europe-1879-1914');
    const original = shown();
    await branches.create(settled(original, 20, { kind: 'strength', actor: 'GER', lasts: '' }));
    const first = branches.pair.value!;
    branches.toggleSide();
    const vain = settled(original, 30, { kind: 'valuation', actor: 'GER', value: '2' });
    vain.interventions = [{ kind: 'decide', tick: 30, actor: 'GER', choice: { act: 'leave', alliance: 'nowhere' } }];
    expect(await branches.create(vain)).toMatch(/^Not possible at this moment: .* not able to leave nowhere\.$/);
    expect(branches.pair.value).toBe(first);
    expect((await session.summary()).digest).toBe(first.branch.summary.digest);
    await branches.create(settled(original, 40, { kind: 'strength', actor: 'FRA', lasts: '' }));
    expect(branches.trail.value).toHaveLength(1);
    expect(shown().replay.interventions).toHaveLength(1);
  });

  it('that the engine refuses is answered in its own sentence, and nothing is lost', async () => {
    const { branches, shown } = await open('europe-1879-1914');
    const original = shown();
    const beyond: Plan = { tick: 999, interventions: [] };
    expect(await branches.create(beyond)).toBe('tick: expected a whole number from 0 to 144, got 999');
    const nothing: Plan = { tick: 10, interventions: [] };
    expect(await branches.create(nothing)).toBe('This changes nothing: the run is identical.');
    expect(shown()).toBe(original);
    expect(branches.pair.value).toBeUndefined();
  });

  it('may leave out what people placed before, and not what lies before it', async () => {
    const { branches, session, shown } = await open('europe-1879-1914');
    const digest = shown().replay.digest;
    await branches.create(settled(shown(), 20, { kind: 'strength', actor: 'GER', lasts: '' }));
    const early: Plan = { tick: 21, interventions: [], without: [0] };
    expect(await branches.create(early)).toBe('without: there is no intervention 0 from tick 21 on');
    expect(planWords(shown(), { tick: 20, interventions: [], without: [0] })).toMatch(
      /^without this intervention: the str/,
    );
    expect(await branches.create({ tick: 20, interventions: [], without: [0] })).toBeUndefined();
    expect(shown().replay.digest).toBe(digest);
    expect((await session.runFile()).interventions).toEqual([]);
  });

  it('is what an attribution says of each thing that it takes away', async () => {
    const { attribution, branches, session, shown } = await open('delian-league', '1');
    const run = shown();
    const ended = run.replay.alliances.find((one) => one.ended !== null)!;
    attribution.ask(ended.id);
    expect(attribution.asked.value).toEqual({ alliance: ended.id, founded: ended.founded });
    const { findings } = await session.attribution({ ...attribution.asked.value!, continuations: 0 });
    expect(findings.length).toBeGreaterThan(0);
    for (const { at, remedy, without, ends, first } of findings) {
      await branches.create({ tick: at, interventions: remedy, without });
      const again = shown().replay.alliances.find(({ id, founded }) => id === ended.id && founded === ended.founded);
      expect([again?.ended, branches.pair.value?.first]).toEqual([ends, first]);
      await branches.undo();
    }
    attribution.asked.value = undefined;
    attribution.ask('no-such-alliance');
    expect(attribution.asked.value).toBeUndefined();
  });

  it('is forgotten when another run is made', async () => {
    const { branches, start, shown } = await open('europe-1879-1914');
    await branches.create(settled(shown(), 20, { kind: 'strength', actor: 'GER', lasts: '' }));
    await start('europe-1879-1914', '8');
    expect(branches.pair.value).toBeUndefined();
    expect(branches.back()).toBe(0);
  });

  it.each([...Object.keys(histories), ...Object.keys(classics)])(
    'of %s is offered only what its rules hear',
    async (id) => {
      const { branches, shown } = await open(id, '1');
      const run = shown();
      const tick = run.ticks >> 1;
      for (const { kind } of kindsAt(run, tick)) {
        const answer = await branches.create(settled(run, tick, { kind, value: '0.7' }));
        // A change may come to nothing, or find nobody willing; a rule that does not know it would be another matter.
        expect(answer ?? '', kind).not.toMatch(/expected|unknown|not a /);
        if (!answer) await branches.undo();
        expect(shown()).toBe(run);
      }
    },
  );

  it.each(['classics/agreement-barrett', 'classics/voting'])(
    'of %s, which is decided at once, is offered nothing',
    async (id) => {
      const { shown } = await open(id);
      expect(kindsAt(shown(), 0)).toEqual([]);
    },
  );
});
