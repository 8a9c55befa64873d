import { type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { planOf } from '../run-view/plan.ts';
import { shareDone } from '../run-view/progress.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { BLANK, kindsAt, settle, type WhatIfDraft } from '../run-view/what-if.ts';
import { useBranches } from '../store/branches.ts';
import { usePlayback } from '../store/playback.ts';
import { useRun } from '../store/run.ts';
import { BranchFields } from './branch-fields.tsx';

/** What if: changes at the tick on show, asked for in a dialog that keeps what was filled in. */
export function BranchForm() {
  const { shown } = useRun();
  const branches = useBranches();
  const { asking } = branches;
  const dialog = useRef<HTMLDialogElement>(null);
  const drafts = useSignal<readonly WhatIfDraft[]>([BLANK]);
  const fault = useSignal('');
  const run = shown.value;
  const open = asking.value && run !== undefined;
  // At once, so that no key falls between the form and its focus.
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const close = (): void => {
    asking.value = false;
    fault.value = '';
    // What a branch was made of in several parts is done with; one change is often asked again with a small difference.
    drafts.value = drafts.value.slice(0, 1);
  };
  return (
    <dialog ref={dialog} class="help ask" aria-labelledby="ask-title" onClose={close}>
      {open ? <Form run={run} drafts={drafts} fault={fault} close={close} /> : null}
    </dialog>
  );
}

interface FormOf {
  run: RunView;
  drafts: Signal<readonly WhatIfDraft[]>;
  fault: Signal<string>;
  close(): void;
}

/** More would be another scenario. */
const MOST = 6;

function Form({ run, drafts, fault, close }: FormOf) {
  const { tick } = usePlayback();
  const branches = useBranches();
  const at = tick.value;
  const settled = drafts.value.map((draft) => settle(run, at, draft));
  const possible = kindsAt(run, at).length > 0;
  const put = (next: readonly WhatIfDraft[]): void => {
    drafts.value = next;
    fault.value = '';
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const outcome = planOf(run, at, settled);
    fault.value = 'fault' in outcome ? outcome.fault : ((await branches.create(outcome.plan)) ?? '');
    if (!fault.value) close();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2 id="ask-title">{t('branch.title', { date: dateLabel(run.clock, at) })}</h2>
      {possible ? (
        <Changes run={run} tick={at} drafts={settled} chosen={drafts.value} put={put} />
      ) : (
        <p>{t('branch.nothing')}</p>
      )}
      <ReadOnce run={run} />
      <p class="fault" role="alert">
        {fault.value}
      </p>
      {branches.busy.value === undefined ? null : (
        <progress max={1} value={shareDone(branches.busy.value)} aria-label={t('branch.computed')} />
      )}
      <div class="ask-buttons">
        <button type="button" class="plain" onClick={close}>
          {t('common.cancel')}
        </button>
        {possible ? (
          <button type="submit" class="plain weighty" id="branch" disabled={branches.busy.value !== undefined}>
            {t('branch.branch')}
          </button>
        ) : null}
      </div>
    </form>
  );
}

interface ChangesOf {
  run: RunView;
  tick: number;
  /** As they are shown: what a person did not choose is filled in. */
  drafts: readonly WhatIfDraft[];
  chosen: readonly WhatIfDraft[];
  put(drafts: readonly WhatIfDraft[]): void;
}

function Changes({ run, tick, drafts, chosen, put }: ChangesOf) {
  const several = drafts.length > 1;
  return (
    <>
      {drafts.map((draft, nth) => (
        <fieldset key={nth} class={several ? 'change one-of' : 'change'}>
          <legend class={several ? '' : 'unseen'}>{t('branch.change', { n: nth + 1 })}</legend>
          {several ? (
            <button
              type="button"
              class="round remove"
              aria-label={t('branch.remove', { n: nth + 1 })}
              onClick={() => put(chosen.filter((_, k) => k !== nth))}
            >
              ×
            </button>
          ) : null}
          <BranchFields
            run={run}
            tick={tick}
            draft={draft}
            nth={nth}
            write={(change) => put(chosen.map((old, k) => (k === nth ? { ...old, ...change } : old)))}
          />
        </fieldset>
      ))}
      {drafts.length < MOST ? (
        <button type="button" class="link add" id="ask-more" onClick={() => put([...chosen, BLANK])}>
          + {t('branch.add')}
        </button>
      ) : null}
    </>
  );
}

/** Parameters that a run reads when it begins are named, so that nobody looks for them in the list. */
function ReadOnce({ run }: { run: RunView }) {
  const names = run.replay.parameters.filter(({ describe }) => describe !== '').map(({ name }) => name);
  if (names.length === 0 || kindsAt(run, 0).length === 0) return null;
  return <p class="remark">{t('branch.readOnce', { n: names.length, names: names.join(', ') })}</p>;
}
