import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { useRun } from '../store/run.ts';
import { useAttribution } from './asked-ending.ts';
import type { AttributionOf } from './attribution.tsx';

/** What ended an alliance, in a dialog that comes when it is first asked for. */
export function AttributionDialog() {
  const { shown } = useRun();
  const attribution = useAttribution();
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = attribution.asked.value;
  const run = shown.value;
  const open = asked !== undefined && run !== undefined;
  const View = useAttributionView(open);
  useLayoutEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  const close = (): void => {
    attribution.asked.value = undefined;
  };
  return (
    <dialog ref={dialog} class="help attribution" aria-labelledby="attribution-title" onClose={close}>
      {open && typeof View !== 'string' ? (
        <View key={`${asked.alliance} ${asked.founded}`} asked={asked} run={run} close={close} />
      ) : null}
      {open && typeof View === 'string' ? (
        <p id="attribution-title" role="status">
          {t(View)}
        </p>
      ) : null}
    </dialog>
  );
}

/** The view, or the text that says why it is not there. */
function useAttributionView(
  wanted: boolean,
): ComponentType<AttributionOf> | 'attribution.coming' | 'attribution.failed' {
  const [found, find] = useState<{ AttributionView: ComponentType<AttributionOf> }>();
  const [failed, fail] = useState(false);
  useEffect(() => {
    if (!wanted || found) return;
    fail(false);
    import('./attribution.tsx').then(find, () => fail(true));
  }, [wanted]);
  return found?.AttributionView ?? (failed ? 'attribution.failed' : 'attribution.coming');
}
