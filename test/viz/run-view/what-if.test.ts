import { describe, expect, it } from 'vitest';
import { classics } from '../../../scenarios/classics/index.ts';
import { histories } from '../../../scenarios/index.ts';
import { type RunView, toRunView } from '../../../viz/run-view/run-view.ts';
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
import { createSession } from '../../../workers/session.ts';
import { openBranches, settledPlan } from '../store/branches-builder.ts';
import { replay, setting } from './replay-builder.ts';

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

describe('a shock that does not happen', () => {
  it('is one that strikes at the moment, or later, and not one of before', async () => {
    const { branches, session, shown } = await openBranches('europe-1879-1914', '1');
    const run = shown();
    const struck = (of: RunView) =>
      of.events.flatMap((event) => (event.kind === 'shock' ? [{ id: event.shock, tick: event.tick }] : []));
    // One that strikes once, and not the first of all.
    const { id, tick } = struck(run).find(
      (one, k, all) => k > 0 && all.filter((other) => other.id === one.id).length === 1,
    )!;
    const listed = (at: number) => objectsOf(run, at, 'avert', '').map((one) => one.id);
    expect([tick - 1, tick, tick + 1].map((at) => listed(at).includes(id))).toEqual([true, true, false]);
    for (const one of listed(tick)) {
      const before = struck(run).filter((other) => other.tick < tick);
      expect(await branches.create(settledPlan(run, tick, { kind: 'avert', other: one }))).toBeUndefined();
      const after = struck(shown());
      expect(after.filter((other) => other.tick < tick)).toEqual(before);
      expect(after.filter((other) => other.tick >= tick).map((other) => other.id)).not.toContain(one);
      await branches.undo();
    }
    expect((await session.summary()).digest).toBe(run.replay.digest);
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

describe('a scenario', () => {
  it.each([...Object.keys(histories), ...Object.keys(classics)])(
    'of %s is offered only what its rules hear',
    async (id) => {
      const { branches, shown } = await openBranches(id, '1');
      const run = shown();
      const tick = run.ticks >> 1;
      for (const { kind } of kindsAt(run, tick)) {
        const answer = await branches.create(settledPlan(run, tick, { kind, value: '0.7' }));
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
      const { shown } = await openBranches(id);
      expect(kindsAt(shown(), 0)).toEqual([]);
    },
  );
});
