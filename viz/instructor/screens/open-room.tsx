import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OpenedRooms } from '../../../classroom/protocol/message.ts';
import type { RoomSettings } from '../../../classroom/protocol/state.ts';
import { studentLanguage } from '../../classroom/language.ts';
import { staffHash } from '../../classroom/staff-link.ts';
import { type DeadlinePlan, deadlinesOf } from '../deadlines.ts';
import { DeadlineFields } from '../parts/deadline-fields.tsx';
import { ScenarioFields } from '../parts/scenario-fields.tsx';
import { SettingsFields } from '../parts/settings-fields.tsx';
import { type Playable, playables, scenarioAsked } from '../playable.ts';
import { instructorWords } from '../use-control.ts';

const MOST_WORLDS = 12;

/** Opens a room, or several of one scenario and seed. The key of the server, where it has one, stands behind the page's address. */
export function OpenRoom({ base }: { base: string }) {
  const { opening, settings: says } = instructorWords.value;
  const list = useSignal<Playable[] | undefined>(undefined);
  const scenario = useSignal<Playable | undefined>(undefined);
  const rounds = useSignal(0);
  const worlds = useSignal(1);
  const settings = useSignal<RoomSettings>({
    language: studentLanguage.peek(),
    roundSeconds: 120,
    crisisSeconds: 30,
    closesWhenReady: true,
    bots: true,
  });
  const plan = useSignal<DeadlinePlan | undefined>(undefined);
  const fault = useSignal('');
  const opened = useSignal<OpenedRooms['rooms']>([]);
  const choose = (next: Playable | undefined): void => {
    scenario.value = next;
    rounds.value = next?.rounds ?? 0;
  };
  useEffect(() => {
    void playables().then((found) => {
      list.value = found;
      choose(found[0]);
    });
  }, [list]);

  async function open(): Promise<void> {
    if (!scenario.value) return;
    const deadlines = plan.value && deadlinesOf(plan.value, rounds.value);
    const asked = {
      scenario: scenarioAsked(scenario.value, rounds.value),
      settings: { ...settings.value, ...(deadlines && { deadlines }) },
      worlds: worlds.value,
    };
    try {
      const answer = await fetch(`${base}rooms`, {
        method: 'POST',
        body: JSON.stringify(asked),
        headers: { authorization: `Bearer ${location.hash.slice(1)}` },
      });
      const text = await answer.text();
      if (!answer.ok) {
        fault.value = text;
        return;
      }
      const { rooms } = JSON.parse(text) as OpenedRooms;
      const [first] = rooms;
      if (rooms.length === 1 && first) location.hash = staffHash(first.code, first.instructor);
      else opened.value = rooms;
    } catch {
      fault.value = opening.failed;
    }
  }

  if (opened.value.length > 0) return <Opened rooms={opened.value} base={base} />;
  return (
    <form
      class="opening"
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <h1 tabIndex={-1}>{opening.title}</h1>
      <p class="hint">{opening.hint}</p>
      <ScenarioFields
        list={list.value}
        chosen={scenario.value}
        rounds={rounds.value}
        onChoose={choose}
        onRounds={(next) => {
          rounds.value = next;
        }}
        onOwn={(own) => {
          fault.value = own ? '' : opening.notPlayable;
          if (!own) return;
          list.value = [...(list.value ?? []), own];
          choose(own);
        }}
      />
      {scenario.value && (
        <>
          <SettingsFields
            settings={plan.value ? { ...settings.value, deadlines: [] } : settings.value}
            onSet={({ deadlines: _, ...next }) => {
              settings.value = next;
            }}
          />
          <label class="field">
            {says.worlds}
            <input
              type="number"
              name="worlds"
              min={1}
              max={MOST_WORLDS}
              value={worlds.value}
              onInput={({ currentTarget }) => {
                worlds.value = Math.min(MOST_WORLDS, Math.max(1, Math.round(Number(currentTarget.value)) || 1));
              }}
            />
          </label>
          {worlds.value > 1 && <p class="hint">{says.worldsHint}</p>}
          <label class="box">
            <input
              type="checkbox"
              name="dates"
              checked={plan.value !== undefined}
              onChange={({ currentTarget: { checked } }) => {
                plan.value = checked ? { first: '', span: 'day' } : undefined;
              }}
            />
            {says.dates}
          </label>
          {plan.value && (
            <DeadlineFields
              plan={plan.value}
              onPlan={(next) => {
                plan.value = next;
              }}
            />
          )}
        </>
      )}
      <div role="alert">{fault.value && <p class="notice">{fault.value}</p>}</div>
      <button type="submit" class="strong" aria-disabled={!scenario.value}>
        {opening.go}
      </button>
    </form>
  );
}

/** Links of several rooms: nobody but this page ever has them. */
function Opened({ rooms, base }: { rooms: OpenedRooms['rooms']; base: string }) {
  const { opening, room } = instructorWords.value;
  return (
    <>
      <h1 tabIndex={-1}>{opening.links}</h1>
      <p class="hint">{opening.linksHint}</p>
      <ul class="links">
        {rooms.map(({ code, instructor }, k) => (
          <li key={code}>
            {room.world(k + 1, rooms.length)}: <b>{code}</b>{' '}
            <a class="plain" href={`${base}teach.html${staffHash(code, instructor)}`} target="_blank" rel="noopener">
              {opening.enter}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
