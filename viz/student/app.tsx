import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { studentLanguage, words } from '../classroom/language.ts';
import { baseOf, codeIn } from '../classroom/room-address.ts';
import { announceChanges, LiveAnnouncer } from './announcer.tsx';
import { RoomHeader } from './parts/header.tsx';
import { PageHeading } from './parts/heading.tsx';
import { Notices, takeBackByTap } from './parts/notices.tsx';
import { enterRoom, type StudentRoom } from './room.ts';
import { CodeForm, Door } from './screens/door.tsx';
import { GameScreen } from './screens/game.tsx';
import { RoomContext, useStudentRoom } from './use-room.ts';

/** The student's page: the door, then the game. */
export function StudentApp() {
  const room = useSignal<StudentRoom | undefined>(undefined);
  const enter = (code: string | undefined): void => {
    room.value = code === undefined ? undefined : enterRoom(code, baseOf(location.href));
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
        <RoomHeader />
        <main>
          <CodeForm
            onCode={(code) => {
              history.replaceState(null, '', `#${code}`);
              enter(code);
            }}
          />
        </main>
        <LiveAnnouncer />
      </>
    );
  return (
    <RoomContext.Provider value={room.value}>
      <InRoom key={room.value.code} />
    </RoomContext.Provider>
  );
}

function InRoom() {
  const room = useStudentRoom();
  useEffect(() => {
    announceChanges(room);
    takeBackByTap(room);
  }, [room]);
  return (
    <>
      <RoomHeader code={room.code} />
      <main lang={studentLanguage.value}>
        <Notices />
        <Inside />
      </main>
      <LiveAnnouncer />
    </>
  );
}

function Inside() {
  const room = useStudentRoom();
  const { notice, door } = words.value;
  if (room.connection.value === 'moved')
    return (
      <>
        <PageHeading text={notice.movedTitle} hint={notice.moved} />
        <button type="button" class="strong wide" onClick={() => room.playHere()}>
          {notice.here}
        </button>
      </>
    );
  if (room.state.value?.you.isRemoved || room.refusal.value === 'removed')
    return (
      <>
        <PageHeading text={notice.removedTitle} hint={notice.removed} />
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
    return (
      <PageHeading text={door.connecting} hint={room.connection.value === 'lost' ? door.unreachable : undefined} />
    );
  return <GameScreen />;
}
