import type { ConnectOptions, RoomConnection } from '../../../classroom/client/connect.ts';
import type { RoomAnswer } from '../../../classroom/protocol/message.ts';
import type { EntranceRequest, InstructorRequest } from '../../../classroom/protocol/request.ts';
import { CODE, INSTRUCTOR, instructorAt, type Point, PROJECTOR, projectorAt, sceneIn } from './states.ts';

// Stands in the page in the place of classroom/client/connect.ts: a room that says what a test tells it to.

export interface Script {
  /** All that the page asked for, oldest first. */
  asked: (InstructorRequest | EntranceRequest)[];
  /** @param change of the state that the point has. */
  play(point: Point, change?: object): void;
  /** Refuses the next request. */
  refuse: string | undefined;
  lose(): void;
  restore(): void;
  count(decided: number): void;
  end(): void;
}

export function connect({ code, onMessage, onConnection }: ConnectOptions): RoomConnection {
  /** The class's own language, as the instructor set it. */
  const own = (new URLSearchParams(location.search).get('class') ?? 'en') as 'en' | 'es';
  let place: 'instructor' | 'projector' | undefined;
  let language = own;
  let point: Point = 'lobby';
  let change: object = {};
  let isLost = false;
  let waiting: (() => void)[] = [];
  let id = 0;
  const ok = (): RoomAnswer => ({ for: 'answer', id: ++id, ok: true });
  const no = (refused: string): RoomAnswer =>
    ({ for: 'answer', id: ++id, ok: false, refused, text: `refused: ${refused}` }) as RoomAnswer;

  const tell = (): void => {
    if (place === 'projector') onMessage({ ...projectorAt(point, language), ...change });
    if (place === 'instructor') onMessage({ ...instructorAt(point, language), ...change });
  };

  const script: Script = {
    asked: [],
    refuse: undefined,
    play(next, more = {}) {
      point = next;
      change = more;
      tell();
    },
    lose() {
      isLost = true;
      onConnection('lost', 'socket');
    },
    restore() {
      isLost = false;
      onConnection('open', 'socket');
      for (const go of waiting) go();
      waiting = [];
    },
    count: (decided) => onMessage({ for: 'count', decided, of: 22 }),
    end() {
      onMessage({ for: 'gone', text: 'It was erased.' });
      onConnection('gone', 'socket');
    },
  };
  Object.assign(globalThis, { script });

  const there = (): Promise<void> => (isLost ? new Promise((go) => waiting.push(go)) : Promise.resolve());

  queueMicrotask(() => {
    if (code !== CODE) {
      script.end();
      return;
    }
    onConnection('open', 'socket');
    const { title } = sceneIn(own).scenario;
    onMessage({ for: 'greeting', code, title, language: own, stage: 'lobby', connection: 'c1' });
  });

  return {
    async enter(request) {
      await there();
      script.asked.push(request);
      if (request.do === 'project' && request.token === PROJECTOR) place = 'projector';
      else if (request.do === 'instruct' && request.token === INSTRUCTOR) place = 'instructor';
      else return no('wrong-link');
      language = request.language ?? own;
      onMessage(sceneIn(language));
      tell();
      return ok();
    },
    async ask(request) {
      await there();
      script.asked.push(request as InstructorRequest);
      if (script.refuse === undefined) return ok();
      const why = script.refuse;
      script.refuse = undefined;
      return no(why);
    },
    close() {},
  };
}
