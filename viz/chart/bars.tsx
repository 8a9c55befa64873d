import type { Chart, Trace } from '../run-view/chart-data.ts';
import { threeFigures } from '../run-view/words.ts';
import { BarFill, traceHue, useLit, usePointing } from './legend.tsx';

/** A row an actor, in it a bar for each list. The numbers stand beside the bars: the picture is its own table. */
export function Bars({ chart }: { chart: Chart & { kind: 'bars' } }) {
  const { rows, traces, unit } = chart;
  const all = traces.flatMap(({ values }) => values.filter(Number.isFinite));
  const low = Math.min(0, ...all);
  const span = Math.max(0, ...all) - low || 1;
  // As thick as leaves all rows in sight, within what can be read and what looks like a bar.
  const thick = Math.max(13, Math.min(26, Math.floor(420 / (rows.length * traces.length)) - 4));
  return (
    <table class="bars" style={{ '--thick': `${thick}px` }}>
      {unit ? <caption>{unit}</caption> : null}
      <tbody>
        {rows.map((row, k) => (
          <tr key={k}>
            {row ? <th scope="row">{row}</th> : null}
            <td>
              {traces.map((trace) =>
                k < trace.values.length ? (
                  <Bar key={trace.key} trace={trace} value={trace.values[k]!} low={low} span={span} />
                ) : null,
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From nought to the value, either way. */
function Bar({ trace, value, low, span }: { trace: Trace; value: number; low: number; span: number }) {
  const share = (x: number): number => (100 * (x - low)) / span;
  const known = Number.isFinite(value) ? value : 0;
  const from = share(Math.min(0, known));
  return (
    <div class={`bar ${traceHue(trace)}${useLit(trace) ? ' lit' : ''}`} title={trace.name} {...usePointing(trace)}>
      <span class="unseen">{trace.name}: </span>
      <svg aria-hidden="true">
        <BarFill hue={traceHue(trace)} x={`${from}%`} width={`${share(Math.max(0, known)) - from}%`} />
        {low < 0 ? <rect class="zero" x={`${share(0)}%`} width="1" height="100%" /> : null}
      </svg>
      <span class="bar-value">{threeFigures(value)}</span>
    </div>
  );
}
