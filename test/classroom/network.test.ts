import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { roundsCalendar } from '../../classroom/server/calendar.ts';
import { classOfFive } from '../sim/class-of-five.ts';
import { classProcess } from './class-process.ts';
import { classServer, instructor, openRoom, student } from './class-server.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A reverse proxy that serves what is under a path, as a school's would: streams, upgrades and all. @param isKept whether it hands on the path whole. */
async function proxy(path: string, portOf: () => number, isKept: boolean): Promise<string> {
  const inner = (url: string): string | undefined =>
    url.startsWith(path) ? (isKept ? url : url.slice(path.length - 1)) : undefined;
  const server = createServer((question, answer) => {
    const to = inner(question.url!);
    if (to === undefined) return answer.writeHead(404).end();
    const { method, headers } = question;
    const passed = ask({ port: portOf(), path: to, method, headers }, (found) => {
      answer.writeHead(found.statusCode!, found.headers);
      answer.flushHeaders();
      found.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => passed.destroy());
    return question.pipe(passed);
  });
  server.on('upgrade', ({ url, headers }, socket, head) => {
    const passed = ask({ port: portOf(), path: inner(url!) ?? '/', headers });
    passed.on('upgrade', (answer, far, rest) => {
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
      socket.write(rest);
      far.write(head);
      far.pipe(socket).pipe(far);
      for (const [one, other] of [
        [far, socket],
        [socket, far],
      ] as const)
        one.on('error', () => other.destroy()).on('close', () => other.destroy());
    });
    passed.on('response', () => socket.destroy());
    passed.on('error', () => socket.destroy());
    passed.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

describe('behind a reverse proxy under a path', () => {
  it.each([true, false])('a class plays by WebSocket and without; the path handed on whole: %s', async (isKept) => {
    let port = 0;
    const url = await proxy('/school/foedus/', () => port, isKept);
    const server = await classServer({ base: '/school/foedus/', behind: new URL(url) });
    ends.push(server.close);
    port = server.port;
    expect(await (await fetch(`${url}play`)).text()).toContain('<title>Play</title>');
    const [room] = await openRoom(url, classOfFive(), { settings: { roundSeconds: null } });
    const teacher = await instructor(url, room!);
    const [ana, bea] = [await student(url, room!.code), await student(url, room!.code, { stream: true })];
    await teacher.must({ do: 'open-round' });
    for (const one of [ana, bea]) {
      await one.when(({ stage }) => stage === 'round');
      await one.must({ do: 'decide', round: 0, slot: 'contribute ', choice: { act: 'contribute', rate: 0.2 } });
      await one.must({ do: 'ready', round: 0, ready: true });
    }
    for (const one of [ana, bea]) await one.when(({ stage }) => stage === 'between');
    for (const one of [teacher, ana, bea]) one.leave();
  });
});

describe('the command', () => {
  it('with --behind names the address of the proxy, demands its key, and answers to no other name', async () => {
    const server = classProcess();
    ends.push(server.close);
    let port = 0;
    const url = await proxy('/foedus/', () => port, true);
    const shown = await server.serve(0, '--behind', url);
    expect(shown).toBe(url);
    port = server.port();
    expect((await fetch(`${url}rooms`, { method: 'POST', body: '{"scenario":"delian-league"}' })).status).toBe(403);
    const body = JSON.stringify({ scenario: 'delian-league' });
    const opened = await fetch(`${url}rooms`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${server.key()}` },
    });
    const { rooms } = (await opened.json()) as { rooms: { join: { url: string; reach: string }; code: string }[] };
    expect(rooms[0]!.join).toMatchObject({ url: `${url}play?${rooms[0]!.code}`, reach: 'behind' });
    const one = await student(url, rooms[0]!.code);
    expect(one.entered.ok).toBe(true);
    one.leave();
  });

  it('names an address that is its own, though another program has the same port of localhost', async () => {
    const other = createServer((_, answer) => answer.end('another program'));
    const hasOther = await new Promise<boolean>((resolve) => {
      other.once('error', () => resolve(false)).listen(0, '::1', () => resolve(true));
    });
    // A computer without IPv6 has no such other.
    const port = hasOther ? (other.address() as AddressInfo).port : 0;
    ends.push(() => other.close());
    const server = classProcess();
    ends.push(server.close);
    const url = await server.serve(port);
    expect(await (await fetch(`${url}clock`)).json()).toEqual({ now: expect.any(Number) });
    const body = JSON.stringify({ scenario: 'delian-league' });
    const { rooms } = (await (await fetch(`${url}rooms`, { method: 'POST', body })).json()) as {
      rooms: { code: string; join: { url: string } }[];
    };
    expect(new URL(rooms[0]!.join.url).origin).toBe(new URL(url).origin);
    const one = await student(url, rooms[0]!.code);
    expect(one.entered.ok).toBe(true);
    one.leave();
  });

  it('with --lan is reached at the addresses that it lists, by the key that it prints', async () => {
    const server = classProcess();
    ends.push(server.close);
    await server.serve(0, '--lan');
    const port = server.port();
    const body = JSON.stringify({ scenario: 'delian-league' });
    const open = (key: string) =>
      fetch(`http://127.0.0.1:${port}/rooms`, { method: 'POST', body, headers: { authorization: `Bearer ${key}` } });
    expect((await open('A'.repeat(22))).status).toBe(403);
    const { rooms } = (await (await open(server.key())).json()) as {
      rooms: { join: { url: string; reach: string } }[];
    };
    expect(rooms[0]!.join.reach).toBe('lan');
    expect((await fetch(rooms[0]!.join.url)).status).toBe(200);
  });
});

describe('the dates of rounds', () => {
  it('come as a calendar that reminds, in lines that any program reads', () => {
    const text = roundsCalendar(
      {
        code: 'KQTM',
        title: 'Europa 1879–1914: de Bismarck a Sarajevo; alianzas, guerras',
        url: 'https://school.example/foedus/play?KQTM',
        deadlines: [Date.UTC(2026, 2, 17, 8), Date.UTC(2026, 2, 18, 8), Date.UTC(2026, 2, 19, 8)],
        now: Date.UTC(2026, 2, 17, 12),
      },
      'es',
    );
    const lines = text.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const whole = text.replaceAll('\r\n ', '').split('\r\n');
    expect(whole.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(whole).toContain('DTSTART:20260318T080000Z');
    expect(whole).toContain('SUMMARY:Foedus: se cierra la ronda 2');
    expect(whole).toContain(
      'DESCRIPTION:Europa 1879–1914: de Bismarck a Sarajevo\\; alianzas\\, guerras\\nhttps://school.example/foedus/play?KQTM',
    );
  });

  it('are served to whoever knows the code', async () => {
    const server = await classServer();
    ends.push(server.close);
    const deadlines = [1, 2, 3, 4, 5, 6].map((day) => Date.now() + day * 86_400_000);
    const [room] = await openRoom(server.url, classOfFive(), { settings: { deadlines } });
    const answer = await fetch(`${server.url}live/${room!.code}/rounds.ics`);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect((await answer.text()).match(/BEGIN:VEVENT/g)).toHaveLength(6);
    expect((await fetch(`${server.url}live/AAAA/rounds.ics`)).status).toBe(404);
  });
});
