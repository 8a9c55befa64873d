import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { linkOf } from '../app/link.ts';
import { saveText } from '../app/save.ts';
import { type State, useApp } from '../app/state.ts';
import type { Story } from '../story/story.ts';
import { Icon } from './glyphs.tsx';

/** Characters of an address that every chat program and form lets through whole. */
const COMFORTABLE = 1_900;

/** A link to this moment of this run, and its file where the link would be too long for some. */
export function Share() {
  const state = useApp();
  const { sharing, story, playing } = state;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = sharing.value && story.value !== undefined;
  useEffect(() => {
    if (open && !dialog.current?.open) {
      playing.value = false;
      dialog.current?.showModal();
    }
    if (!open) dialog.current?.close();
  }, [open]);
  const close = (): void => {
    sharing.value = false;
  };
  return (
    <dialog ref={dialog} class="help share" aria-labelledby="share-title" onClose={close}>
      {open ? <Offer state={state} story={story.value!} /> : null}
      <button type="button" class="plain" onClick={close}>
        Close
      </button>
    </dialog>
  );
}

function Offer({ state, story }: { state: State; story: Story }) {
  const link = useSignal('');
  const fault = useSignal('');
  const said = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    linkOf(state, story).then(
      (hash) => {
        link.value = location.href.replace(/#.*$/s, '') + hash;
      },
      (error: Error) => {
        fault.value = error.message;
      },
    );
  }, [story]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link.value);
      said.value = 'Link copied';
    } catch {
      // No clipboard here: the link is selected instead, ready for the person's own copy key.
      field.current?.select();
      said.value = 'Selected: copy it by your own key or menu';
    }
  };
  const save = async (): Promise<void> => {
    try {
      saveText(
        `${story.setting.id.replace('/', '-')}-${story.replay.digest}.json`,
        JSON.stringify(await state.source.runFile()),
      );
      said.value = 'Run file saved';
    } catch (error) {
      said.value = error instanceof Error ? error.message : String(error);
    }
  };
  const isLong = link.value.length > COMFORTABLE;
  return (
    <>
      <h2 id="share-title">Share this moment</h2>
      <p>Whoever opens the link runs the same history, and is told so: the link holds the run, no server does.</p>
      <label class="share-link">
        <span>Link</span>
        <input
          id="link"
          ref={field}
          readOnly
          value={fault.value ? '' : link.value}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      {fault.value || isLong ? (
        <p class="share-warning">
          {fault.value || `This link has ${link.value.length} characters, and some programs cut it.`} A run file is
          better.
        </p>
      ) : null}
      <div class="share-choices">
        <button type="button" class="plain" id="copy-link" disabled={!link.value} onClick={() => void copy()}>
          <Icon name="copy" /> Copy link to this moment
        </button>
        <button type="button" class="plain" id="save-run" onClick={() => void save()}>
          <Icon name="save" /> Save the run file
        </button>
      </div>
      <p role="status" class="copied" id="shared">
        {said.value}
      </p>
    </>
  );
}
