import { useEffect, useRef } from 'preact/hooks';
import { KEYS } from '../app/keys.ts';
import { useApp } from '../app/state.ts';
import { lookOf } from '../story/kinds.ts';
import { GlyphIcon } from './glyphs.tsx';

const LEGEND = [
  ['founded', 'an alliance is founded'],
  ['joined', 'an actor joins'],
  ['left', 'an actor leaves'],
  ['dissolved', 'an alliance ends'],
  ['shock', 'a shock from outside'],
  ['attacked', 'attack and war'],
  ['honoured', 'a word kept or broken'],
] as const;

export function Help() {
  const { helping } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = helping.value;
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const close = (): void => {
    helping.value = false;
  };
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">How to read and steer a run</h2>
      <p>
        Each line is an actor, each band an alliance: lines that run together are allied. The same letter, colour and
        pattern mean the same alliance in every picture. A run depends on its scenario, its seed and nothing else.
      </p>
      <div class="help-columns">
        <table>
          <caption>Keys</caption>
          <tbody>
            {KEYS.map(({ shown, does }) => (
              <tr key={shown}>
                <th scope="row">
                  <kbd>{shown}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <table>
          <caption>Signs</caption>
          <tbody>
            {LEGEND.map(([kind, says]) => (
              <tr key={kind}>
                <th scope="row">
                  <GlyphIcon glyph={lookOf({ kind }).glyph} />
                </th>
                <td>{says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" class="plain" onClick={close}>
        Close
      </button>
    </dialog>
  );
}
