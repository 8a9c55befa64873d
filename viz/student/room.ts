import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type ConnectionState, connect } from '../../classroom/client/connect.ts';
import { keepSeat, keptSeat, newToken } from '../../classroom/client/seat.ts';
import type { RoomAnswer, RoomMessage } from '../../classroom/protocol/message.ts';
import type { EntranceRequest, StudentRequest } from '../../classroom/protocol/request.ts';
import type { OwnPart, Scene, StudentState } from '../../classroom/protocol/state.ts';
import { studentLanguage } from '../classroom/language.ts';

export type Greeting = Extract<RoomMessage, { for: 'greeting' }>;

/** What this player asked for and the room has not yet shown as done. */
export interface PlayerWish {
  value: unknown;
  isTaken: boolean;
}

/** A room as one student's page knows it. */
export interface StudentRoom {
  code: string;
  base: string;
  connection: ReadonlySignal<ConnectionState>;
  greeting: ReadonlySignal<Greeting | undefined>;
  /** Whether the page is in the room, or on its way back to its place. */
  isInside: ReadonlySignal<boolean>;
  /** Whether another version made the room, so that it cannot be entered. */
  isOtherVersion: ReadonlySignal<boolean>;
  scene: ReadonlySignal<Scene | undefined>;
  state: ReadonlySignal<StudentState | undefined>;
  /** When the state was heard of, in the page's running time; ms. */
  heardAt: ReadonlySignal<number>;
  phrase: ReadonlySignal<string | undefined>;
  /** Why the room did not do what was asked last, until something else is asked. */
  refusal: ReadonlySignal<string | undefined>;
  wishes: ReadonlySignal<ReadonlyMap<string, PlayerWish>>;
  /** Names of treaties, those included that have ended. */
  treaties: ReadonlyMap<string, string>;
  enter(): Promise<void>;
  returnBy(phrase: string): Promise<void>;
  /** Takes the seat from the tab or device that took it from this page. */
  playHere(): void;
  /** Goes to its place again: that alone takes it back from the computer, or comes in again after it was let in. */
  goBack(): void;
  /** @param key what is asked about, so that a later wish replaces it; `value` what the page shows until the room does. */
  ask(request: StudentRequest, key?: string, value?: unknown): Promise<RoomAnswer>;
}

/** Refusals that say that the room knows no such place. Somebody who was taken out may be let in again. */
const UNKNOWN: ReadonlySet<string> = new Set(['not-here']);

export function enterRoom(code: string, base: string): StudentRoom {
  const state = signal<StudentState | undefined>(undefined);
  const scene = signal<Scene | undefined>(undefined);
  const greeting = signal<Greeting | undefined>(undefined);
  const connection = signal<ConnectionState>('connecting');
  const heardAt = signal(0);
  const refusal = signal<string | undefined>(undefined);
  const wishes = signal<ReadonlyMap<string, PlayerWish>>(new Map());
  const kept = keptSeat(code);
  const phrase = signal(kept?.phrase);
  const isInside = signal(kept !== undefined);
  const isOtherVersion = signal(false);
  const treaties = new Map<string, string>();

  function show(next: StudentState): void {
    const last = state.value;
    const isLater = last?.round !== next.round || last.stage !== next.stage;
    batch(() => {
      for (const { alliance, name } of next.treaties) treaties.set(alliance, name);
      state.value = next;
      heardAt.value = performance.now();
      wishes.value = isLater ? new Map() : new Map([...wishes.value].filter(([, { isTaken }]) => !isTaken));
      if (isLater || (refusal.value === 'removed' && !next.you.isRemoved)) refusal.value = undefined;
    });
  }

  function onMessage(message: Exclude<RoomMessage, RoomAnswer | { for: 'here' }>): void {
    switch (message.for) {
      case 'greeting':
        greeting.value = message;
        return;
      case 'scene':
        scene.value = message;
        return;
      case 'student':
        show(message);
        return;
      case 'gone':
        isOtherVersion.value = message.isOtherVersion ?? false;
        return;
      case 'own':
        if (state.value) show(withOwn(state.value, message));
        return;
      case 'cleared':
        keepSeat(code, undefined);
        batch(() => {
          isInside.value = false;
          state.value = phrase.value = undefined;
        });
        return;
      case 'count':
        if (state.value) state.value = { ...state.value, decided: message.decided, of: message.of };
    }
  }

  const open = () =>
    connect({
      base,
      code,
      onMessage,
      onConnection: (next) => {
        connection.value = next;
      },
    });
  let room = open();

  async function enterBy(entrance: EntranceRequest): Promise<void> {
    refusal.value = undefined;
    const answer = await room.enter(entrance);
    batch(() => {
      if (!answer.ok) {
        refusal.value = answer.refused;
        isInside.value = false;
        if (UNKNOWN.has(answer.refused)) keepSeat(code, undefined);
        return;
      }
      phrase.value = answer.seat?.phrase ?? phrase.value;
      keepSeat(code, { token: entrance.token, phrase: phrase.value });
      isInside.value = true;
    });
  }

  function goBack(): void {
    const token = keptSeat(code)?.token;
    if (token) void enterBy({ do: 'return', token, language: studentLanguage.peek() });
  }
  if (kept) goBack();

  // The room's own texts follow the language of the page.
  let spoken = studentLanguage.peek();
  effect(() => {
    if (studentLanguage.value === spoken) return;
    spoken = studentLanguage.value;
    if (isInside.peek()) goBack();
  });

  return {
    code,
    base,
    connection,
    greeting,
    isInside,
    isOtherVersion,
    scene,
    state,
    heardAt,
    phrase,
    refusal,
    wishes,
    treaties,
    enter: () => enterBy({ do: 'join', token: newToken(), language: studentLanguage.peek() }),
    returnBy: (words) =>
      enterBy({ do: 'return-by-phrase', phrase: words, token: newToken(), language: studentLanguage.peek() }),
    playHere() {
      room = open();
      goBack();
    },
    goBack,
    async ask(request, key, value) {
      batch(() => {
        refusal.value = undefined;
        if (key !== undefined) wishes.value = new Map(wishes.value).set(key, { value, isTaken: false });
      });
      const wish = key === undefined ? undefined : wishes.value.get(key);
      const answer = await room.ask(request);
      batch(() => {
        const isLast = key !== undefined && wishes.value.get(key) === wish;
        if (isLast && wish) {
          const next = new Map(wishes.value);
          if (answer.ok) next.set(key, { ...wish, isTaken: true });
          else next.delete(key);
          wishes.value = next;
        }
        if (!answer.ok) refusal.value = answer.refused;
      });
      return answer;
    },
  };
}

const withOwn = (state: StudentState, { for: _, you, standing, ...own }: OwnPart): StudentState => ({
  ...state,
  ...own,
  you: { ...state.you, ...you },
  partners: state.partners.map((partner) => ({ ...partner, standing: standing[partner.actor] ?? null })),
});

/** What the player wishes about something, else what the room says of it. */
export function wished<T>(room: StudentRoom, key: string, otherwise: T): T {
  const wish = room.wishes.value.get(key);
  return wish ? (wish.value as T) : otherwise;
}
