import { useComputed } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { baseOf } from '../classroom/room-address.ts';
import { staffLinkIn } from '../classroom/staff-link.ts';
import { openStaffRoom } from '../classroom/staff-room.ts';
import { bestOf } from '../i18n/languages.ts';
import { Strip } from './parts/strip.tsx';
import { CallScreen } from './screens/call-to-arms.tsx';
import { Expectations } from './screens/expectations.tsx';
import { OpenBooks } from './screens/open-books.tsx';
import { RoundResults } from './screens/results.tsx';
import { Situation } from './screens/situation.tsx';
import { Welcome } from './screens/welcome.tsx';
import { useFit } from './use-fit.ts';
import { projectorWords, useWall, WallContext } from './use-wall.ts';

/** The wall of a class. It has nothing to press: the instructor's page leads it. */
export function ProjectorApp() {
  const link = staffLinkIn(location.hash);
  useEffect(() => {
    const again = (): void => location.reload();
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  if (link) return <InRoom link={link} />;
  const { trouble } = projectorWords(bestOf(navigator.languages));
  return <Message text={trouble.noLink} hint={trouble.noLinkHint} />;
}

function InRoom({ link }: { link: { code: string; token: string } }) {
  const room = useMemo(() => openStaffRoom('projector', { ...link, base: baseOf(location.href) }), []);
  useEffect(() => void room.enter(), [room]);
  const language = useComputed(
    () => room.scene.value?.language ?? room.greeting.value?.language ?? bestOf(navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = language.value;
  }, [language.value]);
  const { trouble, lost } = projectorWords(language.value);
  const connection = room.connection.value;
  if (connection === 'gone') return <Message text={trouble.gone} hint={trouble.goneHint} />;
  if (connection === 'moved' || (room.refusal.value && !room.state.value))
    return <Message text={trouble.wrongLink} hint={trouble.wrongLinkHint} />;
  if (!room.state.value || !room.scene.value) return <Message text={trouble.connecting} />;
  return (
    <WallContext.Provider value={room}>
      <Strip />
      <div role="alert">{connection === 'lost' && <p class="lost">{lost}</p>}</div>
      <main>
        <Stage />
      </main>
    </WallContext.Provider>
  );
}

function Stage() {
  const { state, says } = useWall();
  useFit(state);
  switch (state.stage) {
    case 'lobby':
      return <Welcome />;
    case 'predict':
      return <Expectations />;
    case 'round':
      return <Situation />;
    case 'running':
      return (
        <div class="middle">
          <h1>{says.running.title}</h1>
          <p class="lead">{says.running.hint}</p>
        </div>
      );
    case 'crisis':
      return <CallScreen />;
    case 'between':
      return <RoundResults />;
    case 'debrief':
      return <OpenBooks />;
  }
}

const Message = ({ text, hint }: { text: string; hint?: string }) => (
  <main>
    <div class="middle">
      <h1>{text}</h1>
      {hint && <p class="lead">{hint}</p>}
    </div>
  </main>
);
