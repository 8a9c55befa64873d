import type { Fault } from '../../sim/schema/fault.ts';
import { t } from '../i18n/index.ts';
import { metricName } from '../run-view/figure-names.ts';
import { FieldFaults, isAt, TextField } from './field.tsx';
import { emptyWindow, type PlanForm, WINDOW_TAKES, type WindowForm } from './form.ts';
import { NameField } from './names-field.tsx';
import type { PlanState } from './plan-state.ts';
import { windowWords } from './window-words.ts';

interface WindowsOf {
  plan: PlanState;
  write(next: Partial<PlanForm>): void;
}

/** Metrics over years of the run, each a column of its own. */
export function WindowFields({ plan, write }: WindowsOf) {
  const { windows } = plan.form.value;
  const faults = plan.check.verdict.value?.faults ?? [];
  const own = faults.filter(({ path }) => path === 'measure.windows');
  return (
    <div class="sweep-part">
      <h4>{t('sweep.windows')}</h4>
      {windows.length > 0 ? (
        <ol class="sweep-entries">
          {windows.map((window, place) => (
            <WindowCard
              key={window.key}
              plan={plan}
              window={window}
              faults={faults.filter((fault) => isAt(fault, `measure.windows[${place}]`))}
              edit={(next) =>
                write({ windows: windows.map((one) => (one.key === window.key ? { ...one, ...next } : one)) })
              }
              remove={() => write({ windows: windows.filter(({ key }) => key !== window.key) })}
            />
          ))}
        </ol>
      ) : null}
      <p class="sweep-tools">
        <button
          type="button"
          class="plain"
          id="sweep-add-window"
          onClick={() => write({ windows: [...windows, { ...emptyWindow(), name: freeName(plan.form.value) }] })}
        >
          {t('sweep.addWindow')}
        </button>
      </p>
      <FieldFaults id="sweep-windows-wrong" faults={own} />
    </div>
  );
}

/** A name that no other window has. */
function freeName({ windows }: PlanForm): string {
  const taken = new Set(windows.map(({ name }) => name));
  let k = windows.length + 1;
  while (taken.has(`window${k}`)) k++;
  return `window${k}`;
}

interface CardOf {
  plan: PlanState;
  window: WindowForm;
  faults: readonly Fault[];
  edit(next: Partial<WindowForm>): void;
  remove(): void;
}

function WindowCard({ plan, window, faults, edit, remove }: CardOf) {
  const { key, name, of, from, to, take } = window;
  const ofField = (field: string): Fault[] => faults.filter(({ path }) => path.endsWith(`].${field}`));
  const id = (field: string): string => `sweep-window-${field}-${key}`;
  return (
    <li class="sweep-entry sweep-window">
      <div class="sweep-entry-head">
        <NameField
          id={id('of')}
          label={t('sweep.windowOf')}
          value={of}
          choices={plan.worldMetrics.value}
          called={metricName}
          faults={ofField('of')}
          write={(next) => edit({ of: next })}
        />
        <TextField
          id={id('name')}
          label={t('sweep.as')}
          value={name}
          faults={ofField('name')}
          write={(next) => edit({ name: next })}
        />
        <button
          type="button"
          class="round sweep-remove"
          aria-label={t('sweep.remove', { name })}
          title={t('sweep.remove', { name })}
          onClick={remove}
        >
          ✕
        </button>
      </div>
      <div class="sweep-values">
        <span class="sweep-field">
          <label for={id('take')}>{t('sweep.windowTake')}</label>
          <select
            id={id('take')}
            value={take}
            onChange={(event) => edit({ take: event.currentTarget.value as WindowForm['take'] })}
          >
            {WINDOW_TAKES.map((one) => (
              <option key={one} value={one}>
                {t(`sweep.take.${one}`)}
              </option>
            ))}
          </select>
        </span>
        <TextField
          id={id('from')}
          label={t('sweep.windowFrom')}
          value={from}
          faults={ofField('from')}
          write={(next) => edit({ from: next })}
          isNumber
        />
        <TextField
          id={id('to')}
          label={t('sweep.windowTo')}
          value={to}
          placeholder={t('sweep.windowEnd')}
          faults={ofField('to')}
          write={(next) => edit({ to: next })}
          isNumber
        />
      </div>
      <p class="sweep-entry-says">
        <span>{plan.worldMetrics.value.some((metric) => metric.name === of) ? metricName(of) : ''}</span>
        <span> {windowWords(window, plan.source.value!.scenario)}</span>
      </p>
    </li>
  );
}
