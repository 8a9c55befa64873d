import { useSignal } from '@preact/signals';
import { fetchRoomFile } from '../../classroom/fetch-debrief.ts';
import { type Control, instructorWords, useControl } from '../use-control.ts';

/** What may be had only when all secrets are open. */
const AFTER = [
  ['run.json', 'run'],
  ['decisions.csv', 'csv'],
  ['decisions.parquet', 'parquet'],
  ['debrief.json', 'debrief'],
] as const;

/** The file of a room that cannot be entered. */
export function RoomFileButton({
  room: { base, code, token },
}: {
  room: Pick<Control['room'], 'base' | 'code' | 'token'>;
}) {
  const { files } = instructorWords.value;
  const hasFailed = useSignal(false);
  const get = async (): Promise<void> => {
    try {
      save(await (await fetchRoomFile(base, code, token, 'room.ndjson')).blob(), `foedus-${code}.room.ndjson`);
      hasFailed.value = false;
    } catch {
      hasFailed.value = true;
    }
  };
  return (
    <>
      <button type="button" class="strong" onClick={() => void get()}>
        {files.log}
      </button>
      <div role="alert">{hasFailed.value && <p class="notice">{files.failed}</p>}</div>
    </>
  );
}

/** Files of the room. They are fetched with the instructor's token, which no address and no history of a browser then holds. */
export function Files() {
  const { room, state, says } = useControl();
  const { files } = says;
  const hasFailed = useSignal(false);
  const get = async (name: string): Promise<void> => {
    try {
      const answer = await fetchRoomFile(room.base, room.code, room.token, name);
      save(await answer.blob(), `foedus-${room.code}.${name}`);
      hasFailed.value = false;
    } catch {
      hasFailed.value = true;
    }
  };
  const button = (name: string, text: string) => (
    <button key={name} type="button" class="plain" onClick={() => void get(name)}>
      {text}
    </button>
  );
  return (
    <section class="files" aria-labelledby="files">
      <h2 id="files">{files.title}</h2>
      <p class="hint">{files.hint}</p>
      <p class="buttons">
        {state.stage === 'debrief' && AFTER.map(([name, text]) => button(name, files[text]))}
        {button('room.ndjson', files.log)}
      </p>
      {state.stage !== 'debrief' && <p class="hint">{files.later}</p>}
      <div role="alert">{hasFailed.value && <p class="notice">{files.failed}</p>}</div>
    </section>
  );
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
