import { request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { newToken } from '../../classroom/client/seat.ts';
import type { OpenedRooms, RoomAnswer } from '../../classroom/protocol/message.ts';
import { classOfFive, classroom, SEATS } from '../sim/class-of-five.ts';
import { classServer, instructor, openRoom, person, projector, student, type TestServer } from './class-server.ts';

let server: TestServer;
let room: OpenedRooms['rooms'][number];
beforeAll(async () => {
  server = await classServer();
  [room] = (await openRoom(server.url, classOfFive(), { settings: { roundSeconds: null } })) as [typeof room];
});
afterAll(() => server.close());

/** A connection that says what it likes. */
async function stranger(
  origin?: string,
): Promise<{ say(text: string | Buffer): void; next(): Promise<string>; closed: Promise<void>; end(): void }> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}live/${room.code}/socket`, origin ? { origin } : {});
  const heard: string[] = [];
  const waiting: ((text: string) => void)[] = [];
  socket.on('message', (data) => {
    const take = waiting.shift();
    if (take) take(String(data));
    else heard.push(String(data));
  });
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  const next = (): Promise<string> =>
    heard.length > 0 ? Promise.resolve(heard.shift()!) : new Promise((resolve) => waiting.push(resolve));
  await next();
  return { say: (text) => socket.send(text), next, closed, end: () => socket.close() };
}

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request({ port: server.port, path, headers, method }, (answer) => {
      answer.resume();
      resolve(answer.statusCode!);
    });
    asked.on('error', reject).end();
  });

describe('what a stranger says', () => {
  it.each([
    ['no JSON', 'hello', 'not-understood'],
    ['no envelope', '{"id":1}', 'not-understood'],
    ['an unknown verb', '{"id":1,"ask":{"do":"win"}}', 'not-understood'],
    ['a further key', '{"id":1,"ask":{"do":"rename","as":"p1"}}', 'not-understood'],
    ['deep nesting', `{"id":1,"ask":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'not-understood'],
    ['a prototype', '{"id":1,"ask":{"__proto__":{"do":"rename"}}}', 'not-understood'],
    ['a request without a seat', '{"id":1,"ask":{"do":"ready","round":0,"ready":true}}', 'enter-first'],
    ['a forged token', `{"id":1,"ask":{"do":"return","token":"${'A'.repeat(22)}"}}`, 'not-here'],
    ['a forged link of the instructor', `{"id":1,"ask":{"do":"instruct","token":"${'A'.repeat(22)}"}}`, 'wrong-link'],
  ])('is refused with one sentence: %s', async (_, text, why) => {
    const one = await stranger();
    one.say(text);
    const answer = JSON.parse(await one.next()) as RoomAnswer;
    expect(answer).toMatchObject({ ok: false, refused: why });
    expect(answer.ok === false && answer.text).toMatch(/^[A-Z].*\.$/);
    one.end();
  });

  it('ends the connection where it is no message at all', async () => {
    for (const text of ['x'.repeat(1_000_000), Buffer.from([1, 2, 3])]) {
      const one = await stranger();
      one.say(text);
      await one.closed;
    }
  });

  it('is heard a few times, where it guesses', async () => {
    const one = await stranger();
    const why: string[] = [];
    for (let k = 0; k < 7; k++) {
      one.say(
        JSON.stringify({ id: k, ask: { do: 'return-by-phrase', phrase: `abandon ability ${k}`, token: newToken() } }),
      );
      why.push((JSON.parse(await one.next()) as { refused: string }).refused);
    }
    expect(why).toEqual([...Array(5).fill('guessed'), ...Array(2).fill('too-many-guesses')]);
    one.end();
  });

  it('is slowed where it floods, and others are served', async () => {
    const other = await student(server.url, room.code);
    const one = await stranger();
    for (let k = 0; k < 500; k++) one.say(`{"id":${k},"ask":{"do":"rename"}}`);
    expect((await other.must({ do: 'rename' })).ok).toBe(true);
    await one.closed;
    other.leave();
  });
});

describe('a request over HTTP', () => {
  it.each([
    ['another name of the server', `/`, { host: 'evil.example' }, 403],
    ['another origin', '/rooms', { origin: 'http://evil.example' }, 403],
    ['a path out of the folder', '/../../package.json', {}, 404],
    ['the same, encoded', '/%2e%2e/%2e%2e/package.json', {}, 404],
    ['a path as a code', '/live/..%2F..%2Fetc/events', {}, 404],
    ['a code that is none', '/live/AAAA1/events', {}, 404],
    ['the log without a token', '/live/CODE/export/room.ndjson', {}, 403],
    ['a table that there is not', '/live/CODE/export/..%2fkey', {}, 404],
    ['a page', '/play', {}, 200],
  ])('%s', async (_, path, headers, status) => {
    expect(await get(path.replace('CODE', room.code), headers)).toBe(status);
  });

  it('from another origin opens no socket', async () => {
    await expect(stranger('http://evil.example')).rejects.toThrow('403');
  });

  it('to say something on a connection that is not there does nothing', async () => {
    expect(await get(`/live/${room.code}/say?${newToken()}`, {}, 'POST')).toBe(404);
  });

  it('is answered with headers that keep strangers out, and no cookie', async () => {
    const { headers } = await fetch(`${server.url}play`);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('a student', () => {
  it('may not do what the instructor does, nor decide for another, nor for a closed round', async () => {
    const [own] = await openRoom(server.url, classOfFive(), { settings: { roundSeconds: null } });
    const teacher = await instructor(server.url, own!);
    const one = await student(server.url, own!.code);
    const refusedFor = async (ask: Parameters<typeof one.ask>[0]): Promise<string> => {
      const answer = await one.ask(ask);
      return answer.ok ? 'done' : answer.refused;
    };
    expect(await refusedFor({ do: 'open-round' })).toBe('instructor-only');
    expect(await refusedFor({ do: 'debrief' })).toBe('instructor-only');
    expect(await refusedFor({ do: 'erase', code: own!.code })).toBe('instructor-only');
    await teacher.must({ do: 'open-round' });
    await one.when(({ stage }) => stage === 'round');
    const effort = { slot: 'contribute ', choice: { act: 'contribute', rate: 0.1 } } as const;
    expect(await refusedFor({ do: 'decide', round: 1, ...effort })).toBe('other-round');
    expect(await refusedFor({ do: 'decide', round: 0, slot: 'hold', choice: { act: 'hold', ticks: 9 } })).toBe(
      'not-allowed',
    );
    expect(await refusedFor({ do: 'offer', round: 0, text: { parties: ['Brac', 'Cres'], secret: false } })).toBe(
      'not-allowed',
    );
    expect(await refusedFor({ do: 'decide', round: 0, ...effort })).toBe('done');
    await teacher.must({ do: 'remove', player: 'p1' });
    expect(await refusedFor({ do: 'decide', round: 0, ...effort })).toBe('removed');
    await teacher.must({ do: 'restore', player: 'p1' });
    expect(await refusedFor({ do: 'decide', round: 0, ...effort })).toBe('done');
    expect(teacher.state().refusals.count).toBeGreaterThan(0);
    for (const line of server.logged) expect(line).not.toContain('127.0.0.1');
    for (const person of [teacher, one]) person.leave();
  });

  it('that enters twice has one seat, and the second tab wins', async () => {
    const token = newToken();
    const [own] = await openRoom(server.url, classOfFive());
    const [one, other] = await Promise.all([1, 2].map(() => student(server.url, own!.code, {}, token)));
    const third = await person(server.url, own!.code, { do: 'return', token });
    expect(third.entered).toMatchObject({ ok: true, seat: { player: 'p1' } });
    expect((await student(server.url, own!.code)).entered).toMatchObject({ seat: { player: 'p2' } });
    expect([one, other].map((earlier) => earlier!.states.at(-1))).toEqual(['moved', 'moved']);
    expect(third.states.at(-1)).toBe('open');
  });

  it('comes back on another device by the three words, in any writing', async () => {
    const [own] = await openRoom(server.url, classOfFive());
    const one = await student(server.url, own!.code);
    const { phrase } = (one.entered as { seat: { phrase: string } }).seat;
    const typed = `  ${phrase.toUpperCase().replaceAll(' ', ', ')} `;
    const back = await person(server.url, own!.code, { do: 'return-by-phrase', phrase: typed, token: newToken() });
    expect(back.entered).toMatchObject({ ok: true, seat: { player: 'p1' } });
    const late = await person(server.url, own!.code, { do: 'return', token: one.token });
    expect(late.entered).toMatchObject({ ok: false, refused: 'not-here' });
  });
});

it('no secret is in a message to a student or the projector before the debrief', async () => {
  const [own] = await openRoom(server.url, classOfFive(), { settings: { roundSeconds: null } });
  const teacher = await instructor(server.url, own!);
  const wall = await projector(server.url, own!);
  const students = [];
  for (let k = 0; k < 5; k++) students.push(await student(server.url, own!.code));
  for (let round = 0; round < 3; round++) {
    if (round === 1) await teacher.must({ do: 'scenario-card', card: 'storm', to: null });
    await teacher.must({ do: 'open-round' });
    await wall.when((state) => state.round === round && state.stage === 'round');
    await teacher.must({ do: 'close' });
    await wall.when((state) => state.round === round && state.stage === 'between');
  }
  const log = await (
    await fetch(`${server.url}live/${own!.code}/export/room.ndjson`, {
      headers: { authorization: `Bearer ${own!.instructor}` },
    })
  ).text();
  const { seed } = JSON.parse(log.split('\n')[0]!) as { seed: string };
  const digests = [...log.matchAll(/"digest":"(\w{16})"/g)].map(([, digest]) => digest!);
  expect(seed.length).toBeGreaterThanOrEqual(32);
  expect(digests).toHaveLength(3);
  const words = new Map(students.map((one) => [one.state().you.actor!, one.state().you.secret!]));
  expect([...words.keys()]).toEqual(SEATS);
  for (const one of [wall, ...students]) {
    const wire = JSON.stringify(one.heard);
    for (const hidden of [seed, ...digests, '"because"', '"seed"', '"digest"', '"token"', own!.instructor])
      expect(wire).not.toContain(hidden);
    const you = one === wall ? undefined : (one as (typeof students)[number]).state().you;
    const known = new Set([...wire.matchAll(/You want [^"]*\./g)].map(([text]) => text));
    expect([...known]).toEqual(you ? [you.secret] : []);
    expect(wire.includes('storm')).toBe(you?.actor === 'Brac');
  }
});

it('10,000 messages of any kind leave a room that works', async () => {
  // A limit that no fuzz reaches: otherwise most of it would end there, and never be judged.
  const open = await classServer({ messages: 1e9 });
  const game = classOfFive({
    classroom: { ...classroom(), decisions: ['contribute', 'join', 'leave', 'stay', 'honour', 'renege', 'sign'] },
  });
  const [own] = await openRoom(open.url, game, { settings: { roundSeconds: null, closesWhenReady: false } });
  const teacher = await instructor(open.url, own!);
  const player = await student(open.url, own!.code);
  await teacher.must({ do: 'open-round' });

  // Mostly what a page would say, here and there with something else in its place.
  const odd = fc.oneof(fc.anything(), fc.string(), fc.integer());
  const mostly = (value: fc.Arbitrary<unknown>) =>
    fc.oneof({ arbitrary: value, weight: 24 }, { arbitrary: odd, weight: 1 });
  const round = mostly(fc.integer({ min: 0, max: 1 }));
  const actor = fc.constantFrom(...SEATS, 'Foca', 'Nobody');
  const choice = fc.oneof(
    fc.record({ act: fc.constant('contribute'), rate: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ act: fc.constantFrom('leave', 'join', 'stay', 'bear'), alliance: fc.constantFrom('pact', 'none') }),
    fc.record({ act: fc.constantFrom('honour', 'renege'), caller: actor }),
    fc.record({ act: fc.constant('hold'), ticks: fc.integer({ min: 1, max: 9 }) }),
  );
  const verbs: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
    rename: {},
    predict: { question: mostly(fc.constantFrom('war', 'leaves')), answer: mostly(fc.boolean()) },
    decide: {
      round,
      slot: mostly(fc.constantFrom('contribute ', 'membership pact')),
      choice: mostly(fc.oneof(choice, fc.constant(null))),
    },
    standing: { round, partner: mostly(actor), honours: mostly(fc.oneof(fc.boolean(), fc.constant(null))) },
    ready: { round, ready: mostly(fc.boolean()) },
    offer: {
      round,
      text: mostly(fc.record({ parties: fc.uniqueArray(actor, { minLength: 1, maxLength: 3 }), secret: fc.boolean() })),
    },
    reply: {
      round,
      offer: mostly(fc.constantFrom('o1', 'o2')),
      reply: mostly(fc.constantFrom('accept', 'refuse', null)),
    },
    withdraw: { round, offer: mostly(fc.constantFrom('o1', 'o2')) },
    answer: {
      tick: mostly(fc.integer({ min: 0, max: 5 })),
      call: mostly(fc.integer({ min: 0, max: 2 })),
      honours: mostly(fc.boolean()),
    },
    price: { round, choice: mostly(choice) },
    close: {},
    card: { shock: odd, to: odd },
    seat: { player: fc.constant('p1'), actor },
    erase: { code: fc.constant(own!.code) },
    again: { seats: fc.constant('cleared') },
    join: { token: fc.string(), language: fc.constantFrom('en', 'xx') },
    return: { token: fc.oneof(fc.constant(player.token), fc.string()) },
  };
  const ask = fc
    .constantFrom(...Object.keys(verbs))
    .chain((verb) => fc.record({ do: fc.constant(verb), ...verbs[verb] }));
  const envelope = fc.record({ id: mostly(fc.nat()), ask });
  const message = fc.oneof(
    { arbitrary: envelope.map((value) => JSON.stringify(value)), weight: 8 },
    { arbitrary: fc.json(), weight: 1 },
    { arbitrary: fc.string(), weight: 1 },
  );
  const texts = fc.sample(message, { numRuns: 10_000, seed: 15 });

  const outcomes = new Map<string, number>();
  const note = (what: string): void => void outcomes.set(what, (outcomes.get(what) ?? 0) + 1);
  // Many connections, since one that is refused too often is ended. All of them are the player's.
  for (let from = 0; from < texts.length; from += 100) {
    const said = [
      JSON.stringify({ id: 1, ask: { do: 'return', token: player.token } }),
      ...texts.slice(from, from + 100),
    ];
    const socket = new WebSocket(`${open.url.replace('http', 'ws')}live/${own!.code}/socket`);
    await new Promise<void>((resolve) => {
      let answered = 0;
      socket.on('close', () => resolve());
      socket.on('message', (data) => {
        const heard = JSON.parse(String(data)) as { for: string; ok?: boolean; refused?: string };
        if (heard.for !== 'answer' && heard.for !== 'here') return;
        note(heard.for === 'here' ? 'here' : (heard.refused ?? 'done'));
        if (++answered === said.length) socket.close();
      });
      socket.on('open', async () => {
        // Not all at once: a connection that asks faster than it is answered has to wait.
        for (let k = 0; k < said.length; k += 50) {
          for (const text of said.slice(k, k + 50)) socket.send(text);
          while (answered < Math.min(k + 50, said.length) && socket.readyState === socket.OPEN)
            await new Promise((wait) => setTimeout(wait, 5));
        }
      });
    });
  }
  const count = (...names: string[]): number => names.reduce((sum, name) => sum + (outcomes.get(name) ?? 0), 0);
  expect([...outcomes.values()].reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(10_000);
  expect(count('too-fast')).toBeLessThan(500);
  // What the schema let through, the judge judged.
  expect(count('done')).toBeGreaterThan(1_000);
  const judged = [
    'not-allowed',
    'not-valid',
    'other-round',
    'no-partner',
    'no-offer',
    'no-call',
    'not-now',
    'not-yours',
  ];
  expect(count('done', 'too-many', ...judged)).toBeGreaterThan(4_000);
  expect(count('instructor-only')).toBeGreaterThan(500);

  const back = await person(open.url, own!.code, { do: 'return', token: player.token });
  expect(back.entered.ok).toBe(true);
  await teacher.must({ do: 'close' });
  await teacher.when(({ stage }) => stage === 'between');
  expect(open.logged.filter((line) => line.startsWith('room '))).toEqual([]);
  await open.close();
});
