import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { KEYS } from '../app/keys.ts';
import { useApp } from '../app/state.ts';
import { lookOf } from '../story/kinds.ts';
import { GlyphIcon } from './glyphs.tsx';

const SIGNS = [
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
        pattern mean the same alliance in every picture. The same scenario and seed give the same run, always.
      </p>
      <div class="help-columns">
        <Legend caption="Keys" rows={KEYS.map(({ shown, does }) => [<kbd key={shown}>{shown}</kbd>, does])} />
        <Legend caption="Signs" rows={SIGNS.map(([kind, says]) => [<Sign key={kind} kind={kind} />, says])} />
      </div>
      <button type="button" class="plain" onClick={close}>
        Close
      </button>
    </dialog>
  );
}

const Sign = ({ kind }: { kind: string }) => <GlyphIcon glyph={lookOf({ kind }).glyph} />;

const Legend = ({ caption, rows }: { caption: string; rows: [sign: VNode, says: string][] }) => (
  <table>
    <caption>{caption}</caption>
    <tbody>
      {rows.map(([sign, says]) => (
        <tr key={says}>
          <th scope="row">{sign}</th>
          <td>{says}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
