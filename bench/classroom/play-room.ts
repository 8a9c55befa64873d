import type { OpenedRooms } from '../../classroom/protocol/message.ts';
import type { StudentState } from '../../classroom/protocol/state.ts';
import { type Device, instructorOf, phone, projectorOf } from './phone.ts';

export interface PlayOptions {
  url: string;
  students: number;
  rounds: number;
  stream: boolean;
  /** ms over which the students of a round decide. */
  over: number;
  /** Of the students, so many load their page anew in the second round, and so many are gone from then on; one more comes late. */
  refresh: number;
  vanish: number;
  late: number;
  /** Called in the middle of the third round; resolves when the server is there again. */
  kill?: () => Promise<void>;
  /** Whether the server was away at any time since then: what was under way is not timed. */
  isDisturbed(since: number): boolean;
}

/** What came of a room: times in ms. */
export interface PlayedRoom {
  code: string;
  instructor: string;
  acknowledged: { round: number; player: string; rate: number }[];
  /** From a decision to its acknowledgement; from being ready to the counter on the projector; from the close to the result on each phone. */
  answer: number[];
  counter: number[];
  result: { round: number; ms: number }[];
  /** From the reload of a page to its place. */
  back: number[];
  /** From a decision to its acknowledgement, where the server was killed meanwhile. */
  acrossKill: number[];
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens a room and plays it with people who decide at any time of a round. */
export async function playRoom(of: PlayOptions): Promise<PlayedRoom> {
  const { url, stream } = of;
  const body = JSON.stringify({
    scenario: 'europe-1879-1914',
    settings: { roundSeconds: null, closesWhenReady: false, crisisSeconds: 5 },
  });
  const opened = (await (await fetch(`${url}rooms`, { method: 'POST', body })).json()) as OpenedRooms;
  const { code, instructor, projector } = opened.rooms[0]!;
  const teacher = instructorOf(url, code, instructor);
  const wall = projectorOf(url, code, projector);
  await Promise.all([teacher.enter(), wall.enter()]);
  let phones: Device<StudentState>[] = [];
  const join = async (): Promise<void> => {
    const one = phone(url, code, { stream });
    phones.push(one);
    await one.enter();
  };
  for (let from = 0; from < of.students; from += 20)
    await Promise.all(Array.from({ length: Math.min(20, of.students - from) }, join));
  const played: PlayedRoom = {
    code,
    instructor,
    acknowledged: [],
    answer: [],
    counter: [],
    result: [],
    back: [],
    acrossKill: [],
  };

  const must = async (request: Parameters<typeof teacher.ask>[0]): Promise<void> => {
    const answer = await teacher.ask(request);
    // What was done when the server was killed, and not answered, is asked again: it is done already.
    if (!answer.ok && answer.refused !== 'not-now') throw new Error(`${request.do}: ${answer.text}`);
  };

  let readied = 0;

  /** One student’s round: two decisions, then ready. */
  async function decide(one: Device<StudentState>, round: number, wait: number): Promise<void> {
    await one.when((state) => state.stage === 'round' && state.round === round);
    await pause(wait);
    const player = one.state()!.you.player;
    for (const step of [1, 2]) {
      const rate = (20 * round + 10 * step + (Number(player.slice(1)) % 10)) / 1_000;
      const asked = performance.now();
      const answer = await one.ask({ do: 'decide', round, slot: 'contribute ', choice: { act: 'contribute', rate } });
      if (!answer.ok) throw new Error(`decide: ${answer.text}`);
      (of.isDisturbed(asked) ? played.acrossKill : played.answer).push(performance.now() - asked);
      played.acknowledged.push({ round, player, rate });
    }
    // Who is the tenth to be ready waits for a counter of ten.
    const place = ++readied;
    const asked = performance.now();
    const counted = wall.when(({ decided, stage }) => decided >= place || stage !== 'round');
    await one.ask({ do: 'ready', round, ready: true });
    const at = await counted;
    if (!of.isDisturbed(asked)) played.counter.push(at - asked);
  }

  async function refresh(k: number): Promise<void> {
    const left = performance.now();
    phones[k]!.vanish();
    phones[k] = phone(url, code, { stream, token: phones[k]!.token });
    await phones[k]!.enter();
    await phones[k]!.when(() => true);
    played.back.push(performance.now() - left);
  }

  for (let round = 0; round < of.rounds; round++) {
    const isKilled = round === 2 && of.kill !== undefined;
    readied = 0;
    await must({ do: 'open-round' });
    if (round === 1) {
      await Promise.all(Array.from({ length: of.refresh }, (_, k) => refresh(k)));
      for (const one of phones.slice(of.refresh, of.refresh + of.vanish)) one.vanish();
      phones = phones.filter((_, k) => k < of.refresh || k >= of.refresh + of.vanish);
      for (let k = 0; k < of.late; k++) await join();
    }
    const seated = phones.filter((one) => one.state()?.you.actor);
    const deciding = seated.map((one) => decide(one, round, Math.random() * of.over));
    if (isKilled) {
      await pause(of.over / 2);
      await of.kill!();
    }
    await Promise.all(deciding);
    const closed = performance.now();
    const results = phones.map((one) => one.when((state) => state.round === round && state.stage === 'between'));
    await must({ do: 'close' });
    let isCrisis = false;
    let isOver = false;
    const crises = (async () => {
      // A call to arms is answered by its default: what is timed is a round without one.
      for (; !isOver; await pause(10)) {
        if (teacher.state()?.stage !== 'crisis') continue;
        isCrisis = true;
        await teacher.ask({ do: 'close' });
      }
    })();
    const arrived = await Promise.all(results);
    isOver = true;
    await crises;
    if (!isCrisis && !of.isDisturbed(closed)) played.result.push(...arrived.map((at) => ({ round, ms: at - closed })));
  }
  await must({ do: 'debrief' });
  for (const one of [teacher, wall, ...phones]) one.vanish();
  return played;
}
