import type { ConnectOptions, RoomConnection } from '../../../classroom/client/connect.ts';
import type { RoomAnswer } from '../../../classroom/protocol/message.ts';
import type { EntranceRequest, StudentRequest } from '../../../classroom/protocol/request.ts';
import type { StudentState } from '../../../classroom/protocol/state.ts';
import { CODE, PHRASE, priceOf, type Step, sceneIn, stateAt } from './states.ts';

// Stands in the page in the place of classroom/client/connect.ts: a room that says what a test tells it to. What it knows lies in the
// browser's storage, so that it outlives a reload, and a second tab comes to the same room.

interface Kept {
  step: Step;
  /** What the player did at this step, as the state would show it. */
  done: Partial<StudentState>;
  token: string | undefined;
  /** Which tab has the place. */
  holder: string;
  language: 'en' | 'es';
}

const KEY = 'scripted-room';
const tab = String(Math.random());

const read = (): Kept =>
  JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? {
    step: 'lobby',
    done: {},
    token: undefined,
    holder: '',
    language: 'en',
  };
const write = (part: Partial<Kept>): void => localStorage.setItem(KEY, JSON.stringify({ ...read(), ...part }));

export interface Script {
  /** All that the page asked for, oldest first. */
  asked: (StudentRequest | EntranceRequest)[];
  play(step: Step, change?: Partial<StudentState>): void;
  /** Refuses the next request. */
  refuse: string | undefined;
  lose(): void;
  restore(): void;
  count(decided: number): void;
}

export function connect({ code, onMessage, onConnection }: ConnectOptions): RoomConnection {
  let isLost = false;
  let isOver = false;
  let waiting: (() => void)[] = [];
  let id = 0;
  const ok = (more: object = {}): RoomAnswer => ({ for: 'answer', id: ++id, ok: true, ...more });
  const no = (refused: string): RoomAnswer => ({ for: 'answer', id: ++id, ok: false, refused, text: '' }) as RoomAnswer;

  const tell = (): void => {
    const { step, done, language } = read();
    onMessage({ ...stateAt(step, language), ...done });
  };

  function end(): void {
    isOver = true;
    onMessage({ for: 'moved' });
    onConnection('moved', 'socket');
  }
  addEventListener('storage', () => {
    if (!isOver && read().holder !== tab) end();
  });

  const script: Script = {
    asked: [],
    refuse: undefined,
    play(step, done = {}) {
      write({ step, done });
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
    count: (decided) => onMessage({ for: 'count', decided, of: 5 }),
  };
  Object.assign(globalThis, { script });

  /** When the connection is there; as the real client asks again. */
  const there = (): Promise<void> => (isLost ? new Promise((go) => waiting.push(go)) : Promise.resolve());

  queueMicrotask(() => {
    if (code !== CODE) {
      onMessage({ for: 'gone', text: 'There is no such room.' });
      onConnection('gone', 'socket');
      return;
    }
    const { scenario } = sceneIn(read().language);
    const { stage } = stateAt(read().step, 'en');
    onConnection('open', 'socket');
    onMessage({ for: 'greeting', code, title: scenario.title, language: 'en', stage, connection: 'c1' });
  });

  return {
    async enter(request) {
      await there();
      script.asked.push(request);
      if (request.do === 'project' || request.do === 'instruct') return no('not-allowed');
      const kept = read();
      if (request.do === 'return' && request.token !== kept.token) return no('not-here');
      if (request.do === 'return-by-phrase' && request.phrase.trim().toLowerCase() !== PHRASE) return no('guessed');
      const language = request.language ?? kept.language;
      // Whoever is heard of takes the place back from the computer.
      const { step, done } = kept;
      const { you } = { ...stateAt(step, language), ...done };
      write({ token: request.token, holder: tab, language, done: { ...done, you: { ...you, isLeftToBot: false } } });
      onMessage(sceneIn(language));
      tell();
      return ok({ seat: { player: 'p1', ...(request.do === 'return' ? {} : { phrase: PHRASE }) } });
    },
    async ask(request) {
      await there();
      const asked = request as StudentRequest;
      script.asked.push(asked);
      if (script.refuse !== undefined) {
        const { refuse } = script;
        script.refuse = undefined;
        return no(refuse);
      }
      const { step, language, done } = read();
      if (asked.do === 'price') return ok({ price: priceOf(language, priceOfSign(asked.choice), 10.5, 0.025) });
      write({ done: { ...done, ...changeBy(asked, { ...stateAt(step, language), ...done }) } });
      // As from a room: what was done shows in the next state, a little after its answer.
      setTimeout(tell, 5);
      return ok();
    },
    close() {
      isOver = true;
    },
  };
}

const priceOfSign = (choice: Extract<StudentRequest, { do: 'price' }>['choice']): number =>
  (choice.act === 'sign' ? choice.quotas?.['SRB'] : undefined) ?? 12;

function changeBy(asked: StudentRequest, state: StudentState): Partial<StudentState> {
  switch (asked.do) {
    case 'rename':
      return { you: { ...state.you, name: 'Quiet Heron' } };
    case 'predict':
      return { you: { ...state.you, predictions: { ...state.you.predictions, [asked.question]: asked.answer } } };
    case 'decide': {
      const { [asked.slot]: _, ...others } = state.chosen;
      return { chosen: asked.choice ? { ...others, [asked.slot]: asked.choice } : others };
    }
    case 'standing':
      return {
        partners: state.partners.map((one) =>
          one.actor === asked.partner ? { ...one, standing: asked.honours } : one,
        ),
      };
    case 'ready':
      return { you: { ...state.you, ready: asked.ready, isLeftToBot: false }, decided: asked.ready ? 4 : 3 };
    case 'offer':
      return {
        offers: [
          ...state.offers,
          { id: 'o9', by: 'SRB', text: asked.text, replies: {}, reply: 'accept', isYours: true, price: undefined },
        ],
      };
    case 'reply': {
      const { offer, reply } = asked;
      return { offers: state.offers.map((one) => (one.id === offer ? { ...one, reply } : one)) };
    }
    case 'withdraw':
      return { offers: state.offers.filter(({ id }) => id !== asked.offer) };
    case 'answer':
      return { calls: state.calls.map((one) => (one.call === asked.call ? { ...one, answer: asked.honours } : one)) };
    case 'price':
      return {};
  }
}
