import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Announcer, announceChanges } from './announcer.tsx';
import { language, words } from './language.ts';
import { Header } from './parts/header.tsx';
import { Heading } from './parts/heading.tsx';
import { Notices, takeBackByTap } from './parts/notices.tsx';
import { openRoom, type StudentRoom } from './room.ts';
import { baseOf, codeIn } from './room-address.ts';
import { CodeForm, Door } from './screens/door.tsx';
import { Game } from './screens/game.tsx';
import { RoomContext, useRoom } from './use-room.ts';

/** The student's page: the door, then the game. */
export function StudentApp() {
  const room = useSignal<StudentRoom | undefined>(undefined);
  const enter = (code: string | undefined): void => {
    room.value = code === undefined ? undefined : openRoom(code, baseOf(location.href));
  };
  useEffect(() => {
    const followAddress = (): void => {
      const code = codeIn(location);
      if (code !== room.value?.code) location.reload();
    };
    enter(codeIn(location));
    addEventListener('hashchange', followAddress);
    return () => removeEventListener('hashchange', followAddress);
  }, []);
  if (!room.value)
    return (
      <>
        <Header />
        <main>
          <CodeForm
            onCode={(code) => {
              history.replaceState(null, '', `#${code}`);
              enter(code);
            }}
          />
        </main>
        <Announcer />
      </>
    );
  return (
    <RoomContext.Provider value={room.value}>
      <InRoom key={room.value.code} />
    </RoomContext.Provider>
  );
}

function InRoom() {
  const room = useRoom();
  useEffect(() => {
    announceChanges(room);
    takeBackByTap(room);
  }, [room]);
  return (
    <>
      <Header code={room.code} />
      <main lang={language.value}>
        <Notices />
        <Inside />
      </main>
      <Announcer />
    </>
  );
}

function Inside() {
  const room = useRoom();
  const { notice, door } = words.value;
  if (room.connection.value === 'moved')
    return (
      <>
        <Heading text={notice.movedTitle} hint={notice.moved} />
        <button type="button" class="strong wide" onClick={() => room.playHere()}>
          {notice.here}
        </button>
      </>
    );
  if (room.state.value?.you.isRemoved || room.refusal.value === 'removed')
    return (
      <>
        <Heading text={notice.removedTitle} hint={notice.removed} />
        <button type="button" class="plain wide" onClick={() => room.goBack()}>
          {notice.tryAgain}
        </button>
      </>
    );
  if (!room.isInside.value || room.connection.value === 'gone')
    return (
      <Door
        onOtherRoom={() => {
          location.assign(`${room.base}play.html`);
        }}
      />
    );
  if (!room.state.value)
    return <Heading text={door.connecting} hint={room.connection.value === 'lost' ? door.unreachable : undefined} />;
  return <Game />;
}
