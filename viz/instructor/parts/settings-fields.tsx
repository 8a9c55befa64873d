import type { RoomSettings } from '../../../classroom/protocol/state.ts';
import { LANGUAGES } from '../../i18n/languages.ts';
import { instructorWords } from '../use-control.ts';

const ROUND_SECONDS = [60, 90, 120, 180, 240, 300, 600];
const CRISIS_SECONDS = [15, 30, 45, 60];

/** A list of seconds, with the one that is set though it is none of them. */
const withSet = (list: readonly number[], set: number | null): number[] =>
  set === null || list.includes(set) ? [...list] : [...list, set].sort((a, b) => a - b);

/** Settings that hold for a room before its game and during it. */
export function SettingsFields({ settings, onSet }: { settings: RoomSettings; onSet(next: RoomSettings): void }) {
  const { settings: says } = instructorWords.value;
  const set = (part: Partial<RoomSettings>): void => onSet({ ...settings, ...part });
  return (
    <>
      <label class="field">
        {says.language}
        <select
          name="language"
          value={settings.language}
          onChange={({ currentTarget }) => set({ language: currentTarget.value as RoomSettings['language'] })}
        >
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {settings.deadlines === undefined && (
        <label class="field">
          {says.roundSeconds}
          <select
            name="round-seconds"
            value={String(settings.roundSeconds ?? 0)}
            onChange={({ currentTarget }) => set({ roundSeconds: Number(currentTarget.value) || null })}
          >
            {withSet(ROUND_SECONDS, settings.roundSeconds).map((seconds) => (
              <option key={seconds} value={String(seconds)}>
                {says.seconds(seconds)}
              </option>
            ))}
            <option value="0">{says.noLimit}</option>
          </select>
        </label>
      )}
      <label class="field">
        {says.crisisSeconds}
        <select
          name="crisis-seconds"
          value={String(settings.crisisSeconds)}
          onChange={({ currentTarget }) => set({ crisisSeconds: Number(currentTarget.value) })}
        >
          {withSet(CRISIS_SECONDS, settings.crisisSeconds).map((seconds) => (
            <option key={seconds} value={String(seconds)}>
              {says.seconds(seconds)}
            </option>
          ))}
        </select>
      </label>
      {settings.deadlines === undefined && (
        <label class="box">
          <input
            type="checkbox"
            name="closes-when-ready"
            checked={settings.closesWhenReady}
            onChange={({ currentTarget }) => set({ closesWhenReady: currentTarget.checked })}
          />
          {says.ready}
        </label>
      )}
      <label class="box">
        <input
          type="checkbox"
          name="bots"
          checked={settings.bots}
          onChange={({ currentTarget }) => set({ bots: currentTarget.checked })}
        />
        {says.bots}
      </label>
    </>
  );
}
