import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { type ClientTransport, type ConnectionState, connect } from '../../classroom/client/connect.ts';
import type { RoomAnswer, RoomMessage } from '../../classroom/protocol/message.ts';
import type { EntranceRequest, InstructorRequest } from '../../classroom/protocol/request.ts';
import type { InstructorState, ProjectorState, Scene } from '../../classroom/protocol/state.ts';

type Greeted = Extract<RoomMessage, { for: 'greeting' }>;
interface StaffStates {
  instructor: InstructorState;
  projector: ProjectorState;
}

/** A room as the page of its instructor or of its projector knows it. */
export interface StaffRoom<S extends InstructorState | ProjectorState> {
  code: string;
  token: string;
  base: string;
  connection: ReadonlySignal<ConnectionState>;
  transport: ReadonlySignal<ClientTransport>;
  greeting: ReadonlySignal<Greeted | undefined>;
  scene: ReadonlySignal<Scene | undefined>;
  state: ReadonlySignal<S | undefined>;
  /** When the state was heard of, in the page's running time; ms. */
  heardAt: ReadonlySignal<number>;
  /** Why the room did not let the page in, or did not do what was asked last. */
  refusal: ReadonlySignal<Extract<RoomAnswer, { ok: false }> | undefined>;
  /** Whether another version made the room: it cannot be entered, and its file can be had. */
  isOtherVersion: ReadonlySignal<boolean>;
  /** Names of treaties, those included that have ended. */
  treaties: ReadonlyMap<string, string>;
  /** Takes its place, in a language; the room's own without one. */
  enter(language?: 'en' | 'es'): Promise<void>;
  ask(request: InstructorRequest): Promise<RoomAnswer>;
}

/** Opens a room for those who lead it or show it. */
export function openStaffRoom<K extends keyof StaffStates>(
  kind: K,
  { code, token, base }: { code: string; token: string; base: string },
): StaffRoom<StaffStates[K]> {
  const connection = signal<ConnectionState>('connecting');
  const transport = signal<ClientTransport>('socket');
  const greeting = signal<Greeted | undefined>(undefined);
  const scene = signal<Scene | undefined>(undefined);
  const state = signal<StaffStates[K] | undefined>(undefined);
  const heardAt = signal(0);
  const refusal = signal<Extract<RoomAnswer, { ok: false }> | undefined>(undefined);
  const isOtherVersion = signal(false);
  const treaties = new Map<string, string>();

  const room = connect({
    base,
    code,
    onMessage(message) {
      if (message.for === 'greeting') greeting.value = message;
      else if (message.for === 'scene') scene.value = message;
      else if (message.for === kind) show(message as StaffStates[K]);
      else if (message.for === 'gone') isOtherVersion.value = message.isOtherVersion ?? false;
      else if (message.for === 'count' && state.value)
        state.value = { ...state.value, decided: message.decided, of: message.of };
    },
    onConnection(next, by) {
      batch(() => {
        connection.value = next;
        transport.value = by;
      });
    },
  });

  function show(next: StaffStates[K]): void {
    batch(() => {
      for (const { alliance, name } of next.treaties) treaties.set(alliance, name);
      // A treaty may have come and gone within the round.
      for (const { kind, about } of next.news)
        if (kind === 'founded' && typeof about['alliance'] === 'string' && typeof about['name'] === 'string')
          treaties.set(about['alliance'], about['name']);
      state.value = next;
      heardAt.value = performance.now();
    });
  }

  const entrance = (language: 'en' | 'es' | undefined): EntranceRequest => ({
    do: kind === 'instructor' ? 'instruct' : 'project',
    token,
    ...(language && { language }),
  });
  const note = (answer: RoomAnswer): RoomAnswer => {
    refusal.value = answer.ok ? undefined : answer;
    return answer;
  };

  return {
    code,
    token,
    base,
    connection,
    transport,
    greeting,
    scene,
    state,
    heardAt,
    refusal,
    isOtherVersion,
    treaties,
    async enter(language) {
      note(await room.enter(entrance(language)));
    },
    ask: async (request) => note(await room.ask(request)),
  };
}
