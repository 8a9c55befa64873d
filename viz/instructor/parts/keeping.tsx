import { useSignal } from '@preact/signals';
import { useControl } from '../use-control.ts';

/** How long the room is kept, with the date; and its end, which is asked for twice. */
export function Keeping() {
  const { room, state, says, game } = useControl();
  const { keep } = says;
  const isAsked = useSignal(false);
  const date = new Intl.DateTimeFormat(game.language, { dateStyle: 'long' }).format(state.keptUntil);
  return (
    <section class="keeping" aria-labelledby="keeping">
      <h2 id="keeping">{keep.title}</h2>
      <p>{keep.until(date)}</p>
      {isAsked.value ? (
        <fieldset class="sure">
          <legend>{keep.eraseSure}</legend>
          <button type="button" class="strong" onClick={() => void room.ask({ do: 'erase', code: room.code })}>
            {keep.eraseYes}
          </button>
          <button type="button" class="plain" onClick={() => (isAsked.value = false)}>
            {keep.eraseNo}
          </button>
        </fieldset>
      ) : (
        <p class="buttons">
          <button type="button" class="plain" onClick={() => void room.ask({ do: 'keep', days: 90 })}>
            {keep.month}
          </button>
          <button type="button" class="plain" onClick={() => void room.ask({ do: 'keep', days: 365 })}>
            {keep.year}
          </button>
          <button type="button" class="plain" onClick={() => (isAsked.value = true)}>
            {keep.erase}
          </button>
        </p>
      )}
    </section>
  );
}
