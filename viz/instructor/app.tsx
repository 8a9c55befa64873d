import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { chooseStudentLanguage, studentLanguage, words } from '../classroom/language.ts';
import { baseOf } from '../classroom/room-address.ts';
import { staffLinkIn } from '../classroom/staff-link.ts';
import { openStaffRoom } from '../classroom/staff-room.ts';
import { ShockCards } from './parts/cards.tsx';
import { DebriefSteering } from './parts/debrief-steering.tsx';
import { Files, RoomFileButton } from './parts/files.tsx';
import { Keeping } from './parts/keeping.tsx';
import { News } from './parts/news.tsx';
import { People } from './parts/people.tsx';
import { RoomAddress } from './parts/room-address.tsx';
import { SeatsAndBots } from './parts/seats-and-bots.tsx';
import { SelfTest } from './parts/self-test.tsx';
import { SettingsPart } from './parts/settings.tsx';
import { Steering } from './parts/steering.tsx';
import { OpenRoom } from './screens/open-room.tsx';
import { ControlContext, instructorWords, useControl } from './use-control.ts';

/** The instructor's page: opens a room where its link names none, else leads that room. */
export function InstructorApp() {
  const link = staffLinkIn(location.hash);
  useEffect(() => {
    const again = (): void => location.reload();
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, []);
  if (link) return <InRoom link={link} />;
  return (
    <>
      <Masthead />
      <main class="narrow">
        <OpenRoom base={baseOf(location.href)} />
      </main>
    </>
  );
}

function InRoom({ link }: { link: { code: string; token: string } }) {
  const room = useMemo(() => openStaffRoom('instructor', { ...link, base: baseOf(location.href) }), []);
  // The room's own texts follow the language of the page.
  useEffect(() => void room.enter(studentLanguage.value), [room, studentLanguage.value]);
  const { trouble, refusals } = instructorWords.value;
  const connection = room.connection.value;
  const refusal = room.refusal.value;
  if (connection === 'gone' && room.isOtherVersion.value)
    return (
      <Trouble text={trouble.otherVersion} hint={trouble.otherVersionHint}>
        <RoomFileButton room={room} />
      </Trouble>
    );
  if (connection === 'gone') return <Trouble text={trouble.gone} hint={trouble.goneHint} />;
  if (connection === 'moved' || (refusal && !room.state.value))
    return <Trouble text={trouble.wrongLink} hint={trouble.wrongLinkHint} />;
  if (!room.state.value || !room.scene.value) return <Trouble text={trouble.connecting} />;
  return (
    <ControlContext.Provider value={room}>
      <Masthead title={room.scene.value.scenario.title} code={room.code} />
      <div class="alerts">
        {/* Alerts are there before their texts: a region that comes with its text is not read. */}
        <div role="alert">{connection === 'lost' && <p class="notice">{trouble.lost}</p>}</div>
        <div role="alert">
          {refusal && (
            <p class="notice">
              {refusal.refused === 'not-valid' ? refusal.text : (refusals[refusal.refused] ?? refusal.text)}
            </p>
          )}
        </div>
      </div>
      <Leading />
    </ControlContext.Provider>
  );
}

function Leading() {
  const { state } = useControl();
  const isOver = state.stage === 'debrief';
  return (
    <main class="leading">
      <div class="column now">
        <Steering />
        {isOver && <DebriefSteering />}
        {state.stage !== 'lobby' && state.stage !== 'predict' && !isOver && <News />}
        {!isOver && <ShockCards />}
      </div>
      <div class="column">
        <People />
        {!isOver && <SeatsAndBots />}
      </div>
      <div class="column">
        <RoomAddress />
        <SelfTest />
        {!isOver && <SettingsPart />}
        <Files />
        <Keeping />
      </div>
    </main>
  );
}

function Masthead({ title, code }: { title?: string; code?: string }) {
  const next = studentLanguage.value === 'en' ? 'es' : 'en';
  return (
    <header>
      <p class="wordmark">Foedus</p>
      {title && <p class="title">{title}</p>}
      {code && <p class="room-code">{code}</p>}
      <button type="button" class="quiet" lang={next} onClick={() => chooseStudentLanguage(next)}>
        {words.value.other}
      </button>
    </header>
  );
}

const Trouble = ({ text, hint, children }: { text: string; hint?: string; children?: ComponentChildren }) => (
  <>
    <Masthead />
    <main class="narrow">
      <h1 tabIndex={-1}>{text}</h1>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </main>
  </>
);
