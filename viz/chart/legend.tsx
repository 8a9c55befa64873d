import { t } from '../i18n/index.ts';
import type { Trace } from '../run-view/chart-data.ts';
import { shortly } from '../run-view/readout.ts';
import { useSelection } from '../store/selection.ts';

export const traceHue = ({ hue }: Trace): string => (hue < 0 ? 'hue-grey' : `hue-${hue}`);

/** By what a line is known across the panes of a chart. */
export const markOf = ({ actor, key }: Trace): string => (actor === undefined ? key : `actor ${actor}`);

/** Whether a line is to stand out. */
export function useLit(trace: Trace): boolean {
  const { picked, lit, pointed } = useSelection();
  const mark = markOf(trace);
  return picked.value === mark || lit.value === mark || (trace.actor !== undefined && pointed.value === trace.actor);
}

/** What points at a line, in every view at once. */
export function usePointing(trace: Trace) {
  const { lit, pointed } = useSelection();
  return {
    onPointerEnter: () => {
      lit.value = markOf(trace);
      pointed.value = trace.actor;
    },
    onPointerLeave: () => {
      lit.value = undefined;
      pointed.value = undefined;
    },
  };
}

interface Key {
  traces: readonly Trace[];
  sign: 'line' | 'bar';
  /** What a line's entry reads out; nothing where the picture bears its own values. */
  read?: ((trace: Trace) => number) | undefined;
}

/** Sign and name of every line or kind of bar; each can be chosen to stand out. */
export const Legend = ({ traces, sign, read }: Key) => (
  <ul class="legend" aria-label={t('chart.key')}>
    {traces.map((trace) => (
      <Entry key={trace.key} trace={trace} sign={sign} value={read?.(trace)} />
    ))}
  </ul>
);

/** What the kind that stands out means, or the first one, where it is more than its name says. */
export function LegendSays({ traces }: { traces: readonly Trace[] }) {
  const { picked, lit } = useSelection();
  const wanted = lit.value ?? picked.value;
  const { name, says } = traces.find((trace) => markOf(trace) === wanted) ?? traces[0] ?? { name: '', says: '' };
  return says ? (
    <p class="legend-says">
      <b>{name}.</b> {says}
    </p>
  ) : null;
}

function Entry({ trace, sign, value }: { trace: Trace; sign: Key['sign']; value: number | undefined }) {
  const { picked } = useSelection();
  const mark = markOf(trace);
  const chosen = picked.value === mark;
  return (
    <li>
      <button
        type="button"
        class={`key ${traceHue(trace)}${useLit(trace) ? ' lit' : ''}`}
        aria-pressed={chosen}
        title={trace.says}
        {...usePointing(trace)}
        onClick={() => {
          picked.value = chosen ? undefined : mark;
        }}
      >
        <svg class="swatch" viewBox="0 0 28 12" width="28" height="12" aria-hidden="true">
          {sign === 'bar' ? (
            <BarFill hue={traceHue(trace)} x="0" width="28" />
          ) : (
            <path class="trace-line" d="M1 6H27" />
          )}
        </svg>
        <span class="key-name">{trace.name}</span>
        {value === undefined ? null : <b>{shortly(value)}</b>}
      </button>
    </li>
  );
}

/** Colour and hatching of a kind of bar. */
export const BarFill = ({ hue, x, width }: { hue: string; x: string; width: string }) => (
  <>
    <rect class="bar-wash" x={x} width={width} height="100%" />
    <rect x={x} width={width} height="100%" fill={`url(#weft-${hue})`} />
  </>
);
