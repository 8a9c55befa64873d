import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Offer } from '../../classroom/log/entry.ts';
import { lineOf, readLog, UnreadableLog } from '../../classroom/log/read-log.ts';
import { interventionsOf, type RoomPlan, replayLog } from '../../classroom/room/apply-entry.ts';
import { countReady, judge, type Rules } from '../../classroom/room/judge.ts';
import { choiceSlot } from '../../classroom/room/slots.ts';
import type { Choice } from '../../sim/schema/intervention.ts';

const PLAN: RoomPlan = {
  seats: ['ATH', 'SPA', 'COR'],
  rounds: [
    { from: 0, ticks: 4 },
    { from: 4, ticks: 4 },
    { from: 10, ticks: 2 },
  ],
  ticks: 14,
  defaults: { call: 'honour' },
};
const RULES: Rules = {
  acts: new Set(['contribute', 'join', 'leave', 'stay', 'sign', 'honour', 'vote']),
  questions: new Set(['lasts']),
  actors: new Set(['ATH', 'SPA', 'COR', 'PER']),
  faultOf: () => undefined,
};
const HASH = 'a'.repeat(64);
const OPENING: Entry = {
  at: 1,
  kind: 'opened',
  format: 'foedus-room/1',
  engine: '0.3.0',
  code: 'KAFE',
  seed: 'f00d',
  scenario: { id: 'delian-league' },
  settings: { language: 'en', roundSeconds: 60, crisisSeconds: 30, closesWhenReady: true, bots: true },
  instructor: HASH,
  projector: HASH,
};

const joined = (player: string, actor: string): Entry[] => [
  { at: 2, kind: 'joined', player, name: `Name of ${player}`, language: 'en', token: HASH, phrase: HASH },
  { at: 2, kind: 'seated', player, actor },
];
const decided = (player: string, choice: Choice): Entry => ({
  at: 3,
  kind: 'decided',
  player,
  slot: choiceSlot(choice),
  choice,
});
const offered = (player: string, offer: string, text: Omit<Offer, 'secret'>): Entry => ({
  at: 3,
  kind: 'offered',
  player,
  offer,
  text: { ...text, secret: false },
});
const closed = (round: number, absent: string[] = []): Entry => ({ at: 4, kind: 'closed', round, why: 'time', absent });
const round = (k: number): Entry => ({ at: 3, kind: 'round', round: k });
const contribute = (rate: number): Choice => ({ act: 'contribute', rate });

/** Athens has three players, Sparta one, Corinth none. */
const SEATED = [
  OPENING,
  ...joined('p1', 'ATH'),
  ...joined('p2', 'ATH'),
  ...joined('p3', 'ATH'),
  ...joined('p4', 'SPA'),
];

describe('the interventions that a log stands for', () => {
  it('hold the played actors for the round, and leave the others to the model', () => {
    const placed = interventionsOf([...SEATED, round(0), closed(0)], PLAN);
    expect(placed).toEqual([
      {
        kind: 'decide',
        tick: 0,
        actor: 'ATH',
        choice: { act: 'hold', ticks: 4 },
        by: 'Name of p1, Name of p2, Name of p3',
      },
      { kind: 'decide', tick: 0, actor: 'SPA', choice: { act: 'hold', ticks: 4 }, by: 'Name of p4' },
    ]);
  });

  it('hold them up to the next round where ticks lie between two rounds, and to the end after the last', () => {
    const entries = [...SEATED, round(1), closed(1), round(2), closed(2)];
    const holds = interventionsOf(entries, PLAN).map((one) => [one.tick, 'choice' in one && one.choice]);
    expect(holds).toEqual([
      [4, { act: 'hold', ticks: 6 }],
      [4, { act: 'hold', ticks: 6 }],
      [10, { act: 'hold', ticks: 4 }],
      [10, { act: 'hold', ticks: 4 }],
    ]);
  });

  it('hold nobody whose players were taken out or whose seat was left to the bot', () => {
    const out: Entry = { at: 3, kind: 'removed', player: 'p4' };
    const back: Entry = { at: 3, kind: 'restored', player: 'p4' };
    const bot: Entry = { at: 3, kind: 'bot', actor: 'ATH', on: true, why: 'absent' };
    const actors = (...entries: Entry[]) =>
      interventionsOf([...SEATED, ...entries, round(0), closed(0)], PLAN).map((one) => 'actor' in one && one.actor);
    expect(actors(out)).toEqual(['ATH']);
    expect(actors(out, back)).toEqual(['ATH', 'SPA']);
    expect(actors(bot)).toEqual(['SPA']);
  });

  it.each([
    ['most', [0.1, 0.3, 0.3], 0.3],
    ['the one who came first, where all differ', [0.2, 0.1, 0.3], 0.2],
    ['those who said something', [undefined, 0.4, undefined], 0.4],
  ])('take of a delegation the view of %s', (_, rates, rate) => {
    const said = rates.flatMap((one, k) => (one === undefined ? [] : [decided(`p${k + 1}`, contribute(one))]));
    for (const order of [said, [...said].reverse()]) {
      const placed = interventionsOf([...SEATED, round(0), ...order, closed(0)], PLAN);
      expect(placed).toContainEqual(
        expect.objectContaining({ actor: 'ATH', choice: { act: 'contribute', rate, ticks: 4 } }),
      );
    }
  });

  it('do not depend on the order in which decisions came', () => {
    const said = [
      decided('p1', contribute(0.1)),
      decided('p2', contribute(0.2)),
      decided('p4', { act: 'leave', alliance: 'league' }),
      decided('p4', contribute(0.5)),
      { at: 3, kind: 'standing', player: 'p4', partner: 'ATH', honours: true } satisfies Entry,
      { at: 3, kind: 'standing', player: 'p1', partner: 'SPA', honours: false } satisfies Entry,
    ];
    const expected = interventionsOf([...SEATED, round(0), ...said, closed(0)], PLAN);
    fc.assert(
      fc.property(fc.shuffledSubarray(said, { minLength: said.length }), (order) => {
        expect(interventionsOf([...SEATED, round(0), ...order, closed(0)], PLAN)).toEqual(expected);
      }),
      { seed: 1 },
    );
  });

  it('forget what was decided for another actor when a player is moved', () => {
    const moved: Entry = { at: 3, kind: 'seated', player: 'p4', actor: 'COR' };
    const placed = interventionsOf([...SEATED, round(0), decided('p4', contribute(0.9)), moved, closed(0)], PLAN);
    expect(placed.map((one) => 'choice' in one && one.choice.act)).toEqual(['hold', 'hold']);
  });
});

describe('an offer', () => {
  const text = { parties: ['SPA', 'ATH'], quotas: { ATH: 5, SPA: 20 } };
  const sign = { act: 'sign', parties: ['ATH', 'SPA'], quotas: { ATH: 5, SPA: 20 } };
  const reply = (player: string, offer: string, said: 'accept' | 'refuse'): Entry => ({
    at: 3,
    kind: 'replied',
    player,
    offer,
    reply: said,
  });
  const signed = (...entries: Entry[]) =>
    interventionsOf([...SEATED, round(0), ...entries, closed(0)], PLAN).flatMap((one) =>
      'choice' in one && one.choice.act === 'sign' ? [[one.actor, one.choice]] : [],
    );

  it('is signed once, by whoever made it, when most of each played party accept', () => {
    expect(signed(offered('p4', 'o1', text), reply('p1', 'o1', 'accept'))).toEqual([['SPA', sign]]);
    expect(
      signed(
        offered('p4', 'o1', text),
        reply('p1', 'o1', 'accept'),
        reply('p2', 'o1', 'refuse'),
        reply('p3', 'o1', 'refuse'),
      ),
    ).toEqual([]);
  });

  it('is not signed by silence', () => expect(signed(offered('p4', 'o1', text))).toEqual([]));

  it('to actors whom the model plays goes to the engine, which lets them judge it', () => {
    const toBot = { parties: ['SPA', 'COR'] };
    expect(signed(offered('p4', 'o1', toBot))).toEqual([['SPA', { act: 'sign', parties: ['COR', 'SPA'] }]]);
  });

  it('that is made again takes the place of the same text', () => {
    const room = replayLog([...SEATED, round(0), offered('p4', 'o1', text)], PLAN);
    const ask = {
      do: 'offer',
      round: 0,
      text: { ...text, parties: ['ATH', 'SPA'], secret: true },
    } satisfies Parameters<typeof judge>[3];
    expect(judge(room, RULES, room.players.get('p1')!, ask, 9)).toEqual({
      entries: [
        { at: 9, kind: 'withdrawn', offer: 'o1' },
        { at: 9, kind: 'offered', player: 'p1', offer: 'o2', text: ask.text },
      ],
    });
  });
});

describe('a crisis window', () => {
  const call = { actor: 'SPA', caller: 'ATH', alliance: 'league', foe: 'PER' };
  const crisis: Entry = { at: 5, kind: 'crisis', tick: 2, calls: [call, { ...call, actor: 'ATH', caller: 'SPA' }] };
  const over: Entry = { at: 6, kind: 'crisis-closed', tick: 2 };

  it('places answers at the tick of the call; a seat that says nothing follows the default, and is said to', () => {
    const answer: Entry = { at: 6, kind: 'answered', player: 'p4', call: 0, honours: false };
    const placed = interventionsOf([...SEATED, round(0), closed(0), crisis, answer, over], PLAN).slice(2);
    expect(placed).toEqual([
      {
        kind: 'decide',
        tick: 2,
        actor: 'SPA',
        choice: { act: 'renege', caller: 'ATH', alliance: 'league' },
        by: 'Name of p4',
      },
      {
        kind: 'decide',
        tick: 2,
        actor: 'ATH',
        choice: { act: 'honour', caller: 'SPA', alliance: 'league' },
        as: 'default',
      },
    ]);
  });

  it('counts those who need not answer as done, and hears nobody for another', () => {
    const room = replayLog([...SEATED, round(0), closed(0), { ...crisis, calls: [call] }], PLAN);
    expect(countReady(room)).toEqual({ decided: 3, of: 4 });
    const ask = { do: 'answer', tick: 2, call: 0, honours: true } as const;
    expect(judge(room, RULES, room.players.get('p1')!, ask, 7)).toEqual({ refused: 'not-yours' });
    expect(judge(room, RULES, room.players.get('p4')!, { ...ask, tick: 1 }, 7)).toEqual({ refused: 'no-call' });
    expect(judge(room, RULES, room.players.get('p4')!, ask, 7)).toHaveProperty('entries');
  });
});

describe('what a player may not do', () => {
  const room = replayLog([...SEATED, round(0), offered('p4', 'o1', { parties: ['SPA', 'COR'] })], PLAN);
  const asks = (ask: Parameters<typeof judge>[3], player = 'p1') =>
    judge(room, RULES, room.players.get(player)!, ask, 9);

  it.each([
    ['a round that is closed', { do: 'decide', round: 1, slot: 'contribute ', choice: contribute(0.1) }, 'other-round'],
    [
      'an act that the class does not decide',
      { do: 'decide', round: 0, slot: 'bear x', choice: { act: 'bear', alliance: 'x' } },
      'not-allowed',
    ],
    ['a hold', { do: 'decide', round: 0, slot: 'hold', choice: { act: 'hold', ticks: 9 } }, 'not-allowed'],
    [
      'a signature for others',
      { do: 'decide', round: 0, slot: 'sign ATH SPA ', choice: { act: 'sign', parties: ['ATH', 'SPA'] } },
      'not-allowed',
    ],
    [
      'a choice under another name',
      { do: 'decide', round: 0, slot: 'membership a', choice: contribute(0.1) },
      'not-valid',
    ],
    [
      'an offer between others',
      { do: 'offer', round: 0, text: { parties: ['SPA', 'COR'], secret: false } },
      'not-yours',
    ],
    ['a reply to an offer between others', { do: 'reply', round: 0, offer: 'o1', reply: 'accept' }, 'no-offer'],
    ['a partner that there is not', { do: 'standing', round: 0, partner: 'ROM', honours: true }, 'no-partner'],
    ['itself as a partner', { do: 'standing', round: 0, partner: 'ATH', honours: true }, 'no-partner'],
    ['a prediction in a round', { do: 'predict', question: 'lasts', answer: true }, 'not-now'],
    ['an answer to no call', { do: 'answer', tick: 0, call: 0, honours: true }, 'no-call'],
  ] as const)('is refused by name: %s', (_, ask, refused) => {
    expect(asks(ask as Parameters<typeof judge>[3])).toMatchObject({ refused });
  });

  it('is said before anything else to one who was taken out', () => {
    const out = replayLog([...SEATED, { at: 3, kind: 'removed', player: 'p1' }, round(0)], PLAN);
    const ask = { do: 'ready', round: 0, ready: true } as const;
    expect(judge(out, RULES, out.players.get('p1')!, ask, 9)).toEqual({ refused: 'removed' });
  });
});

describe('a room’s file', () => {
  const entries = [...SEATED, round(0), decided('p4', contribute(0.5)), closed(0)];
  const file = new TextEncoder().encode(entries.map(lineOf).join(''));
  const ends = entries.map(
    (_, k) =>
      new TextEncoder().encode(
        entries
          .slice(0, k + 1)
          .map(lineOf)
          .join(''),
      ).length,
  );

  it('loads up to its last whole entry, wherever it is cut after the opening', () => {
    for (let cut = ends[0]!; cut <= file.length; cut++) {
      const whole = ends.filter((end) => end <= cut).length;
      expect(readLog(file.subarray(0, cut))).toEqual({
        opening: entries[0],
        entries: entries.slice(0, whole),
        bytes: ends[whole - 1],
      });
    }
  });

  it.each([
    ['nothing', '', 'line 1: expected the opening of a room'],
    [
      'another version',
      '{"kind":"opened","format":"foedus-room/2"}\n',
      'this room was made by another version of Foedus: it is foedus-room/2, expected foedus-room/1',
    ],
    ['something else', '{"format":"foedus-run/1"}\n', 'line 1: expected the format foedus-room/1'],
    ['no JSON', `${lineOf(OPENING)}{"kind":\n`, 'line 2: expected JSON'],
    ['a token in clear', `${lineOf(OPENING)}{"at":1,"kind":"moved","player":"p1","token":"abc"}\n`, /^line 2: token: /],
    [
      'markup in a name',
      `${lineOf(OPENING)}{"at":1,"kind":"renamed","player":"p1","name":"<b>x"}\n`,
      /^line 2: name: /,
    ],
  ])('is refused in one sentence where it holds %s', (_, text, sentence) => {
    expect(() => readLog(new TextEncoder().encode(text))).toThrow(sentence);
    expect(() => readLog(new TextEncoder().encode(text))).toThrow(UnreadableLog);
  });
});
