import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useApp } from '../store/state.ts';
import type { InquestOf } from './attribution.tsx';

/** What ended an alliance, in a dialog that comes when it is first asked for. */
export function AttributionDialog() {
  const { inquest, run } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = inquest.value;
  const told = run.value;
  const open = asked !== undefined && told !== undefined;
  const Inquest = useInquest(open);
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const close = (): void => {
    inquest.value = undefined;
  };
  return (
    <dialog ref={dialog} class="help autopsy" aria-labelledby="autopsy-title" onClose={close}>
      {open && typeof Inquest !== 'string' ? (
        <Inquest key={`${asked.alliance} ${asked.founded}`} asked={asked} run={told} close={close} />
      ) : null}
      {open && typeof Inquest === 'string' ? (
        <p id="autopsy-title" role="status">
          {t(Inquest)}
        </p>
      ) : null}
    </dialog>
  );
}

/** The view, or the text that says why it is not there. */
function useInquest(wanted: boolean): ComponentType<InquestOf> | 'autopsy.coming' | 'autopsy.failed' {
  const [found, find] = useState<{ AttributionView: ComponentType<InquestOf> }>();
  const [failed, fail] = useState(false);
  useEffect(() => {
    if (!wanted || found) return;
    fail(false);
    import('./attribution.tsx').then(find, () => fail(true));
  }, [wanted]);
  return found?.AttributionView ?? (failed ? 'autopsy.failed' : 'autopsy.coming');
}
