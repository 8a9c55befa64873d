import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StudentState } from '../../classroom/protocol/state.ts';
import { classServer, openRoom, person, student, type TestServer } from './class-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await classServer();
});
afterAll(() => server.close());

it('a player who changes the language of the page reads the room’s own texts in it', async () => {
  const [room] = await openRoom(server.url, 'nato');
  const english = await student(server.url, room!.code);
  const { you } = await english.when((state) => state.you.role !== '');
  expect(you.role).toMatch(/^You /);
  const spanish = await person<StudentState>(server.url, room!.code, {
    do: 'return',
    token: english.token,
    language: 'es',
  });
  const back = await spanish.when((state) => state.you.role !== '');
  expect(back.you.player).toBe(you.player);
  expect(back.you.role).not.toMatch(/^You /);
  expect(spanish.scene().language).toBe('es');
  spanish.leave();
  // A page that says no language has the one in which the player came.
  const again = await person<StudentState>(server.url, room!.code, { do: 'return', token: english.token });
  expect((await again.when((state) => state.you.role !== '')).you.role).toBe(you.role);
  again.leave();
});
