import { useControl } from '../use-control.ts';

interface ReadersProps {
  title: string;
  /** Names the boxes of this choice apart from others on the page. */
  of: string;
  chosen: readonly string[];
  onChoose(actors: string[]): void;
}

/** Actors to choose from. */
export function ActorBoxes({ title, of, chosen, onChoose }: ReadersProps) {
  const { scene, names } = useControl();
  return (
    <fieldset class="boxes">
      <legend>{title}</legend>
      {scene.seats.map((actor) => (
        <label key={actor}>
          <input
            type="checkbox"
            name={`${of} ${actor}`}
            checked={chosen.includes(actor)}
            onChange={({ currentTarget: { checked } }) =>
              onChoose(scene.seats.filter((one) => (one === actor ? checked : chosen.includes(one))))
            }
          />
          {names.actor(actor)}
        </label>
      ))}
    </fieldset>
  );
}
