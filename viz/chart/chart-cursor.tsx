import type { Signal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import type { Chart } from '../run-view/chart-data.ts';
import { readoutText } from '../run-view/readout.ts';
import type { Axis } from '../ui/measure.ts';

/** Half the width of a slider's thumb, near enough in every browser. */
const THUMB = 8;

interface Along {
  chart: Chart;
  axis: Axis;
  places: number;
  spot: Signal<number>;
}

/** Goes along lists that are not over time, as the transport goes through ticks. */
export function ChartCursor({ chart, axis, places, spot }: Along) {
  return (
    <input
      class="spot"
      type="range"
      min={1}
      max={places}
      value={spot.value + 1}
      aria-label={t('chart.places')}
      aria-valuetext={`${t('chart.placeOf', { place: spot.value + 1, places })}, ${readoutText(chart, spot.value)}`}
      style={{
        marginLeft: `${axis.middle(0) - THUMB}px`,
        width: `${axis.middle(places - 1) - axis.middle(0) + 2 * THUMB}px`,
      }}
      onInput={(event) => {
        spot.value = Number(event.currentTarget.value) - 1;
      }}
    />
  );
}
