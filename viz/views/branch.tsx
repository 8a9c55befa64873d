import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp } from '../app/state.ts';
import { planOf } from '../story/plan.ts';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { BLANK, type Draft, kindsAt, settle } from '../story/whatif.ts';
import { Fields } from './branch-fields.tsx';

/** Opens the form; nothing where runs cannot be branched. */
export function BranchButton() {
  const { source, ask } = useApp();
  if (!source.branching) return null;
  return (
    <button type="button" class="plain" id="branch-here" aria-haspopup="dialog" aria-keyshortcuts="B" onClick={ask}>
      Branch here
    </button>
  );
}

/** What if: one change at the tick on show, asked for in a dialog that keeps what was filled in. */
export function Branch() {
  const { branches, story } = useApp();
  const { asking } = branches;
  const dialog = useRef<HTMLDialogElement>(null);
  const draft = useSignal<Draft>(BLANK);
  const fault = useSignal('');
  const told = story.value;
  const open = asking.value && told !== undefined;
  // At once, so that no key falls between the form and its focus.
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const close = (): void => {
    asking.value = false;
    fault.value = '';
  };
  const write = (change: Partial<Draft>): void => {
    draft.value = { ...draft.value, ...change };
    fault.value = '';
  };
  return (
    <dialog ref={dialog} class="help ask" aria-labelledby="ask-title" onClose={close}>
      {open ? <Form story={told} draft={draft.value} write={write} fault={fault} close={close} /> : null}
    </dialog>
  );
}

interface FormOf {
  story: Story;
  draft: Draft;
  write(change: Partial<Draft>): void;
  fault: { value: string };
  close(): void;
}

function Form({ story, draft, write, fault, close }: FormOf) {
  const { branches, tick } = useApp();
  const at = tick.value;
  const settled = settle(story, at, draft);
  const possible = kindsAt(story, at).length > 0;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const outcome = planOf(story, at, settled);
    fault.value = 'fault' in outcome ? outcome.fault : ((await branches.branch(outcome.plan)) ?? '');
    if (!fault.value) close();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <h2 id="ask-title">What if, at {dateLabel(story.clock, at)} …</h2>
      {possible ? <Fields story={story} tick={at} draft={settled} write={write} /> : <Nothing />}
      <p class="fault" role="alert">
        {fault.value}
      </p>
      {branches.busy.value === undefined ? null : (
        <progress max={1} value={branches.busy.value} aria-label="Branch computed" />
      )}
      <div class="ask-buttons">
        <button type="button" class="plain" onClick={close}>
          Cancel
        </button>
        {possible ? (
          <button type="submit" class="plain weighty" id="branch" disabled={branches.busy.value !== undefined}>
            Branch
          </button>
        ) : null}
      </div>
    </form>
  );
}

const Nothing = () => (
  <p>Nothing of this model can be changed while it runs: its parameters are read once, before it begins.</p>
);
