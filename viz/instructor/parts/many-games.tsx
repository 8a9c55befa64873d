import { useSignal } from '@preact/signals';
import { useControl } from '../use-control.ts';
import { useSteer } from '../use-steer.ts';

const OFFERED = [100, 300, 1_000] as const;

/** Games of the same scenario with other seeds, beside that of the class: what was luck, and what was decided? */
export function ManyGames() {
  const { says, game } = useControl();
  const { show, view } = useSteer();
  const { debrief } = says;
  const seeds = useSignal<number>(1_000);
  const count = new Intl.NumberFormat(game.language);
  const button = (decisions: boolean, text: string) => (
    <button
      type="button"
      class="plain"
      aria-pressed={view.what === 'odds' && view.decisions === decisions}
      onClick={() => show({ view: { what: 'odds', seeds: seeds.value, decisions } })}
    >
      {text}
    </button>
  );
  return (
    <fieldset class="many">
      <legend>{debrief.many}</legend>
      <label class="field">
        {debrief.seeds}
        <select
          name="seeds"
          value={String(seeds.value)}
          onChange={({ currentTarget }) => {
            seeds.value = Number(currentTarget.value);
          }}
        >
          {OFFERED.map((n) => (
            <option key={n} value={String(n)}>
              {count.format(n)}
            </option>
          ))}
        </select>
      </label>
      <p class="choices">
        {button(true, debrief.sameDecisions)}
        {button(false, debrief.byModel)}
      </p>
      <p class="hint">{debrief.manyHint}</p>
    </fieldset>
  );
}
