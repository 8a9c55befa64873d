import { type Signal, useSignal } from '@preact/signals';
import { useApp } from '../app/state.ts';
import type { Chart } from '../story/chart.ts';
import type { Story } from '../story/story.ts';
import { Bars } from './bars.tsx';
import { Figures } from './figures.tsx';
import { Legend } from './legend.tsx';
import { Lines, placesIn } from './lines.tsx';

/** The picture a scenario asks for. */
export function ChartView({ story, chart }: { story: Story; chart: Chart }) {
  const { picked, lit, pointed, tick } = useApp();
  const spot = useSignal(chart.kind === 'lines' ? placesIn(story, chart) - 1 : 0);
  if (chart.kind === 'table')
    return (
      <ScrollBox label="Figures">
        <Figures story={story} figures={chart.figures} title={chart.unit} />
      </ScrollBox>
    );
  const traces = chart.kind === 'bars' ? chart.traces : chart.panes[0]!.traces;
  const standsOut =
    (picked.value ?? lit.value) !== undefined || (chart.kind === 'lines' && pointed.value !== undefined);
  return (
    <div class={standsOut ? 'chart some-lit' : 'chart'}>
      <Legend chart={chart} traces={traces} at={chart.kind === 'lines' && chart.timed ? tick.value : spot.value} />
      {chart.kind === 'bars' ? (
        <ScrollBox label="Bars">
          <Bars chart={chart} />
        </ScrollBox>
      ) : (
        <Lines story={story} chart={chart} spot={spot} />
      )}
      {chart.kind === 'lines' && !chart.timed ? <Spot places={placesIn(story, chart)} spot={spot} /> : null}
    </div>
  );
}

/** A region that scrolls must be reachable by the keyboard. */
export const ScrollBox = ({ label, children }: { label: string; children: preact.ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
  <section class="chart-scroll" aria-label={label} tabIndex={0} data-stage>
    {children}
  </section>
);

/** Goes through lists that are not over time, as the transport goes through ticks. */
function Spot({ places, spot }: { places: number; spot: Signal<number> }) {
  return (
    <label class="spot">
      <span>
        Place <b>{spot.value + 1}</b> of {places}
      </span>
      <input
        type="range"
        min={1}
        max={places}
        value={spot.value + 1}
        onInput={(event) => {
          spot.value = Number(event.currentTarget.value) - 1;
        }}
      />
    </label>
  );
}
