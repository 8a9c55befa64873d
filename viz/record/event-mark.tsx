import type { Event } from '../../sim/world/event.ts';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';

/** Each has a sign of its own, so that colour is never the only one. */
const SIGNS = { recorded: '=', near: '≈', otherwise: '≠' } as const;

/** Whether the record has an event, behind its sentence; nothing where the record does not speak of its kind. */
export function RecordedSign({ event, run }: { event: Event; run: RunView }) {
  const mark = run.markOf(event);
  if (!mark) return null;
  return (
    <>
      {' '}
      <span class={`record-sign record-${mark}`} title={t(`record.${mark}Says`)}>
        <span aria-hidden="true">{SIGNS[mark]}</span> {t(`record.${mark}`)}
      </span>
    </>
  );
}
