import { afterEach, describe, expect, it } from 'vitest';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { botChoices } from '../../sim/experiment/bot-choices.ts';
import { digestsOf } from '../../sim/history/digest-comparison.ts';
import { play } from '../../sim/history/record.ts';
import { seek } from '../../sim/history/seek.ts';
import { preview } from '../../sim/preview/preview.ts';
import { frame, replay } from '../../sim/results/replay.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import { withCall } from '../../workers/earlier-calls.ts';
import { openNodeSession } from '../../workers/node.ts';
import type { CallEffect, RemoteSession } from '../../workers/protocol.ts';
import { createSession } from '../../workers/session.ts';
import { powers } from '../sim/powers.ts';

const small = powers(6, 60);
const checked = check(small);
if ('faults' in checked) throw new Error('a faulty fixture');
const model = load(checked.value);
const contribute = (tick: number, actor: string, rate: number): Intervention => ({
  kind: 'decide',
  tick,
  actor,
  choice: { act: 'contribute', rate, ticks: 12 },
});

const sessions: RemoteSession[] = [];
afterEach(() => {
  for (const session of sessions.splice(0)) session.close();
});

describe.each([
  ['this thread', createSession],
  [
    'a worker thread',
    () => {
      const session = openNodeSession();
      sessions.push(session);
      return session;
    },
  ],
])('a run that is played in %s while people decide', (_, open) => {
  it('is told step by step, and is in the end the run with all that was decided', async () => {
    const session = open();
    const placed = [contribute(0, 'P1', 0.4), contribute(12, 'P2', 0), contribute(24, 'P1', 1)];
    const whole = play(model, 'x', placed);
    const begun = await session.begin({ scenario: small, seed: 'x' });
    expect(begun).toEqual({ tick: 0, ticks: 60, frame: frame(whole, seek(whole, 0)), events: [], calls: [] });
    const events = [];
    for (let round = 0; round < 5; round++) {
      const step = await session.advance(
        12 * (round + 1),
        placed.filter(({ tick }) => tick === 12 * round),
      );
      events.push(...step.events);
      expect(step).toMatchObject({ tick: 12 * (round + 1), calls: [] });
      expect(step.frame).toEqual(frame(whole, seek(whole, step.tick)));
    }
    expect(events).toEqual(whole.events);
    expect(await session.record()).toEqual(replay(whole));
    expect((await session.runFile()).digests).toEqual(digestsOf(whole));
    expect((await session.runFile()).interventions).toEqual(placed);
  });

  it('runs a tick again with what was decided late', async () => {
    const session = open();
    await session.begin({ scenario: small, seed: 'x' });
    await session.advance(21);
    const back = await session.rewind();
    expect(back).toMatchObject({ tick: 20, events: [] });
    await session.advance(60, [contribute(20, 'P3', 0.9)]);
    const { digest } = await session.record();
    expect(digest).toBe(replay(play(model, 'x', [contribute(20, 'P3', 0.9)])).digest);
    await expect(session.rewind()).rejects.toThrow('tick 60 is final: there is no tick to undo');
  });

  it('foretells without changing anything, and tells what the bot would have done', async () => {
    const session = open();
    await session.begin({ scenario: small, seed: 'x', interventions: [contribute(12, 'P1', 1)] });
    await session.advance(24);
    const history = play(model, 'x', [contribute(12, 'P1', 1)]);
    const choice = { act: 'contribute', rate: 0.5 } as const;
    expect(await session.preview('P1', choice)).toEqual(preview(model, seek(history, 24), 'P1', choice));
    expect(await session.botChoices('P1', 12, 24)).toEqual(botChoices(history, 'P1', 12, 24));
    await session.advance(60);
    expect((await session.record()).digest).toBe(replay(history).digest);
  });

  it('stands beside the run of the session', async () => {
    const session = open();
    const given = await session.run({ scenario: small, seed: 'y' });
    await session.begin({ scenario: small, seed: 'x' });
    await session.advance(5);
    expect((await session.summary()).digest).toBe(given.digest);
    await session.run({ scenario: small, seed: 'z' });
    expect((await session.advance(6)).frame).toEqual(frame({ model }, seek(play(model, 'x'), 6)));
  });

  it('refuses in a sentence that names the place', async () => {
    const session = open();
    await expect(session.advance(1)).rejects.toThrow('no run has been begun yet');
    await expect(session.begin({ scenario: { ...small, title: 5 }, seed: 'x' })).rejects.toThrow('title: expected');
    await session.begin({ scenario: small, seed: 'x' });
    await session.advance(10);
    await expect(session.advance(9)).rejects.toThrow('toTick: expected a whole number from 10 to 60, got 9');
    await expect(session.advance(61)).rejects.toThrow('toTick: expected a whole number from 10 to 60, got 61');
    await expect(session.advance(12, [contribute(9, 'P1', 1)])).rejects.toThrow(
      'interventions[0].tick: expected a tick from 10 on, got 9',
    );
    await expect(session.advance(12, [contribute(11, 'QQ', 1)])).rejects.toThrow(
      'interventions[0].actor: unknown actor',
    );
    await expect(session.preview('P1', { act: 'rule' })).rejects.toThrow('choice.act');
    await expect(session.botChoices('P1', 0, 11)).rejects.toThrow('ticks 0 to 11 are not of this history');
    expect((await session.advance(11)).tick).toBe(11);
  });
});

describe('the calls that make a session’s state again', () => {
  const after = (...effects: CallEffect[]) => {
    let earlier: ReturnType<typeof withCall> = [];
    for (const effect of effects) earlier = withCall(earlier, { effect, ask: async () => {} });
    return earlier.map(({ effect }) => effect);
  };

  it.each<[CallEffect[], CallEffect[]]>([
    [
      ['run', 'fork', 'query', 'fork', 'unfork'],
      ['run', 'fork'],
    ],
    [['run', 'fork', 'run'], ['run']],
    [
      ['run', 'begin', 'step', 'fork', 'step', 'unfork'],
      ['run', 'begin', 'step', 'step'],
    ],
    [
      ['run', 'begin', 'step', 'run'],
      ['begin', 'step', 'run'],
    ],
    [['begin', 'step', 'step', 'begin'], ['begin']],
    [
      ['run', 'fork', 'begin', 'step', 'record', 'fork', 'step'],
      ['begin', 'step', 'record', 'fork', 'step'],
    ],
    [
      ['begin', 'step', 'record', 'begin', 'step'],
      ['begin', 'step', 'record', 'begin', 'step'],
    ],
    [
      ['begin', 'step', 'record', 'run', 'begin'],
      ['run', 'begin'],
    ],
  ])('after %j are %j', (effects, left) => {
    expect(after(...effects)).toEqual(left);
  });
});
