import { FEWEST_ROUNDS, type Playable, playableFrom } from '../playable.ts';
import { instructorWords } from '../use-control.ts';

interface ScenarioFieldsProps {
  /** Undefined while they are read. */
  list: readonly Playable[] | undefined;
  chosen: Playable | undefined;
  rounds: number;
  onChoose(next: Playable | undefined): void;
  onRounds(next: number): void;
  /** With undefined: the file holds none that a class can play. */
  onOwn(own: Playable | undefined): void;
}

/** Which scenario a class plays, and how many of its rounds. */
export function ScenarioFields({ list, chosen, rounds, onChoose, onRounds, onOwn }: ScenarioFieldsProps) {
  const { opening, settings: says } = instructorWords.value;
  const read = async (file: File): Promise<Playable | undefined> => {
    try {
      return playableFrom(JSON.parse(await file.text()), true);
    } catch {
      return undefined;
    }
  };
  const all = chosen?.rounds ?? 0;
  return (
    <>
      {list === undefined && <p>{opening.loading}</p>}
      {list?.length === 0 && <p class="notice">{opening.none}</p>}
      {list && list.length > 0 && (
        <label class="field">
          {says.scenario}
          <select
            name="scenario"
            value={String(chosen ? list.indexOf(chosen) : 0)}
            onChange={({ currentTarget }) => onChoose(list[Number(currentTarget.value)])}
          >
            {list.map(({ id, title }, k) => (
              <option key={`${k} ${id}`} value={String(k)}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        {opening.file}
        <input
          type="file"
          name="file"
          accept=".json,application/json"
          onChange={async ({ currentTarget: { files } }) => {
            const file = files?.[0];
            if (file) onOwn(await read(file));
          }}
        />
      </label>
      {chosen && (
        <label class="field">
          {says.rounds}
          <select
            name="rounds"
            value={String(rounds)}
            onChange={({ currentTarget }) => onRounds(Number(currentTarget.value))}
          >
            {Array.from({ length: Math.max(1, all - FEWEST_ROUNDS + 1) }, (_, k) => all - k).map((count) => (
              <option key={count} value={String(count)}>
                {count}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
