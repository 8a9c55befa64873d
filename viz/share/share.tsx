import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useBranches } from '../store/branches.ts';
import { usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';
import { useRun } from '../store/run.ts';
import { useSelection } from '../store/selection.ts';
import { Icon } from '../ui/icons.tsx';
import { addressWith } from './address.ts';
import { home } from './enclosed-run.ts';
import { linkOf } from './links.ts';

/** Characters of an address that every chat program and form lets through whole. */
const COMFORTABLE = 1_900;

/** @param files offers the files that a run can be saved as. */
export function ShareDialog({ files }: { files(run: RunView): ComponentChildren }) {
  const { sharing } = usePanels();
  const { playing } = usePlayback();
  const run = useRun().shown.value;
  const dialog = useRef<HTMLDialogElement>(null);
  const open = sharing.value && run !== undefined;
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
      {open ? <Offer run={run}>{files(run)}</Offer> : null}
      <button type="button" class="plain" onClick={close}>
        {t('common.close')}
      </button>
    </dialog>
  );
}

function Offer({ run, children }: { run: RunView; children: ComponentChildren }) {
  const isFile = home() === '#';
  return (
    <>
      <h2 id="share-title">{t('share.title')}</h2>
      <p>{t(isFile ? 'share.saysFile' : 'share.says')}</p>
      {isFile ? null : <Link run={run} />}
      {children}
    </>
  );
}

/** To this moment of this run. */
function Link({ run }: { run: RunView }) {
  const slices = {
    run: useRun(),
    playback: usePlayback(),
    branches: useBranches(),
    panels: usePanels(),
    selection: useSelection(),
  };
  const link = useSignal('');
  const fault = useSignal('');
  const said = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    linkOf(slices, run).then(
      (hash) => {
        link.value = addressWith(hash);
      },
      (error: Error) => {
        fault.value = error.message;
      },
    );
  }, [run]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link.value);
      said.value = t('share.copied');
    } catch {
      // No clipboard here: the link is selected instead, ready for the person's own copy key.
      field.current?.select();
      said.value = t('share.selected');
    }
  };
  const { length } = link.value;
  const warning = fault.value || (length > COMFORTABLE ? t('share.long', { length }) : '');
  return (
    <>
      <label class="share-link">
        <span>{t('share.link')}</span>
        <input
          id="link"
          ref={field}
          readOnly
          value={fault.value ? '' : link.value}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      {warning ? <p class="share-warning">{warning}</p> : null}
      <div class="share-choices">
        <button type="button" class="plain" id="copy-link" disabled={!link.value} onClick={() => void copy()}>
          <Icon name="copy" /> {t('share.copy')}
        </button>
        <p role="status" class="copied" id="shared">
          {said.value}
        </p>
      </div>
    </>
  );
}
