import { WebSocket } from 'ws';
import { connect } from '../../classroom/client/connect.ts';
import { newToken } from '../../classroom/client/seat.ts';
import type { RoomAnswer, RoomMessage } from '../../classroom/protocol/message.ts';
import type { EntranceRequest, InstructorRequest, StudentRequest } from '../../classroom/protocol/request.ts';
import type { InstructorState, ProjectorState, StudentState } from '../../classroom/protocol/state.ts';

type Seen = StudentState | ProjectorState | InstructorState;

/** A device in a room: the client of the pages with a real socket, without a page. */
export interface Device<S extends Seen> {
  token: string;
  state(): S | undefined;
  enter(): Promise<RoomAnswer>;
  ask(request: StudentRequest | InstructorRequest): Promise<RoomAnswer>;
  /** Resolves when a state or a count is so, with the time at which it came. */
  when(isSo: (state: S) => boolean): Promise<number>;
  /** Ends the connection without a word, as a phone that is put away. */
  vanish(): void;
}

interface DeviceOptions {
  stream: boolean;
  token?: string;
}

function device<S extends Seen>(url: string, code: string, entrance: EntranceRequest, stream: boolean): Device<S> {
  let state: S | undefined;
  const waiting = new Set<() => void>();
  const connection = connect({
    base: url,
    code,
    WebSocket: stream ? undefined : (WebSocket as unknown as typeof globalThis.WebSocket),
    onMessage(message: RoomMessage) {
      if (message.for === 'count' && state) state = { ...state, decided: message.decided, of: message.of };
      else if (message.for === 'student' || message.for === 'projector' || message.for === 'instructor')
        state = message as unknown as S;
      else if (message.for === 'own' && state) state = { ...state, decided: message.decided, of: message.of };
      else return;
      for (const look of [...waiting]) look();
    },
    onConnection() {},
  });
  return {
    token: entrance.token,
    state: () => state,
    enter: () => connection.enter(entrance),
    ask: connection.ask,
    when: (isSo) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!state || !isSo(state)) return;
          waiting.delete(look);
          resolve(performance.now());
        };
        waiting.add(look);
        look();
      }),
    vanish: () => connection.close(),
  };
}

export const phone = (url: string, code: string, { stream, token }: DeviceOptions): Device<StudentState> =>
  device(
    url,
    code,
    token === undefined ? { do: 'join', token: newToken(), language: 'en' } : { do: 'return', token },
    stream,
  );
export const instructorOf = (url: string, code: string, token: string): Device<InstructorState> =>
  device(url, code, { do: 'instruct', token }, false);
export const projectorOf = (url: string, code: string, token: string): Device<ProjectorState> =>
  device(url, code, { do: 'project', token }, false);
