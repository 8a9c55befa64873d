import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { faultSentence } from '../../sim/schema/fault.ts';
import { t } from '../i18n/index.ts';
import { FieldFaults, isAt } from './field.tsx';
import type { PlanState } from './plan-state.ts';
import { matchColumns } from './points-of-file.ts';

/** Where the points of a design come from a CSV: dropped here or chosen; its columns, and what each sets. */
export function PointsFields({ plan }: { plan: PlanState }) {
  const field = useRef<HTMLInputElement>(null);
  const isOver = useSignal(false);
  const { points } = plan.form.value;
  const faults = (plan.check.verdict.value?.faults ?? [])
    .filter((fault) => isAt(fault, 'design') || (points?.kind === 'csv' && fault.path === points.file))
    // The file is named with its line: there may be several.
    .map((fault) => (fault.path.startsWith('design') ? fault : { path: fault.path, message: faultSentence(fault) }));
  const choose = (file: File | undefined): void => {
    if (file) void plan.choosePoints(file);
  };
  return (
    <div class="sweep-points">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a place for a mouse to drop a file; the button does the same */}
      <div
        class="sweep-drop"
        data-over={isOver.value}
        onDragOver={(event) => {
          event.preventDefault();
          isOver.value = true;
        }}
        onDragLeave={() => {
          isOver.value = false;
        }}
        onDrop={(event) => {
          event.preventDefault();
          isOver.value = false;
          choose(event.dataTransfer?.files[0]);
        }}
      >
        <button type="button" class="plain" id="sweep-points" onClick={() => field.current?.click()}>
          {t('sweep.choosePoints')}
        </button>
        <span class="sweep-says">{t('sweep.dropPoints')}</span>
        <input
          ref={field}
          id="sweep-points-field"
          type="file"
          accept=".csv,text/csv"
          hidden
          aria-label={t('sweep.choosePoints')}
          onChange={(event) => {
            const input = event.currentTarget;
            choose(input.files?.[0]);
            // The same file may be chosen again once it is mended.
            input.value = '';
          }}
        />
      </div>
      <Columns plan={plan} />
      {plan.pointsRefusal.value ? (
        <p class="sweep-wrong" role="alert">
          {plan.pointsRefusal.value}
        </p>
      ) : null}
      {points ? <FieldFaults id="sweep-points-wrong" faults={faults} /> : null}
    </div>
  );
}

function Columns({ plan }: { plan: PlanState }) {
  const form = plan.form.value;
  const { points } = form;
  if (!points) return null;
  if (points.kind === 'rows')
    return <p class="sweep-points-count">{t('sweep.pointsHeld', { count: points.rows.length })}</p>;
  const { columns, missing } = matchColumns(points, form);
  if (columns.length === 0) return null;
  return (
    <>
      <p class="sweep-points-count">{t('sweep.pointsOfFile', { count: points.count, file: points.file })}</p>
      <ul class="sweep-columns">
        {columns.map(({ name, path }) => (
          <li key={name} data-column={name}>
            <code>{name}</code>{' '}
            {path === undefined ? (
              <span class="sweep-wrong">{t('sweep.columnUnmatched')}</span>
            ) : path === name ? (
              <span class="sweep-says">{t('sweep.columnIsPath')}</span>
            ) : (
              <span class="sweep-says">{t('sweep.columnSets', { path })}</span>
            )}
          </li>
        ))}
        {missing.map((name) => (
          <li key={name}>
            <code>{name}</code> <span class="sweep-wrong">{t('sweep.columnMissing')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
