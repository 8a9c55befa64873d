import { useControl } from '../use-control.ts';
import { SettingsFields } from './settings-fields.tsx';

/** Open in the lobby, where they are made; later at hand. */
export function SettingsPart() {
  const { room, state, says } = useControl();
  return (
    <details class="settings" open={state.stage === 'lobby'}>
      <summary>{says.settings.title}</summary>
      <SettingsFields settings={state.settings} onSet={(settings) => void room.ask({ do: 'set', settings })} />
    </details>
  );
}
