import type { Distribution } from '../../sim/experiment/distribution.ts';
import type { PairedFigure } from '../../sim/experiment/paired-figures.ts';
import { t } from '../i18n/index.ts';
import { threeFigures } from '../run-view/words.ts';
import { dotsOf, placeBetween } from './dots.ts';

/** Without and with the change, one dot a seed, the middle nine tenths and the median, on one axis. The words beside it say the same. */
export function DotPlot({ figure: { original, changed, spread } }: { figure: PairedFigure }) {
  const from = Math.min(spread.original.least, spread.changed.least);
  const to = Math.max(spread.original.most, spread.changed.most);
  const row = (kind: 'original' | 'changed', values: Float64Array) => (
    <Row kind={kind} values={values} spread={spread[kind]} from={from} to={to} />
  );
  return (
    <span class="dot-plot" aria-hidden="true">
      {row('original', original)}
      {row('changed', changed)}
      <span class="dot-ends">
        <span>{threeFigures(from)}</span>
        <span>{threeFigures(to)}</span>
      </span>
    </span>
  );
}

interface RowOf {
  kind: 'original' | 'changed';
  values: Float64Array;
  spread: Distribution;
  from: number;
  to: number;
}

function Row({ kind, values, spread, from, to }: RowOf) {
  const dots = dotsOf(values, from, to);
  const highest = Math.max(...dots.map(({ level }) => level));
  const at = (value: number): string => `${100 * placeBetween(value, from, to)}%`;
  return (
    <span class={`dot-row ${kind}`}>
      <span class="dot-label">
        {t(kind === 'original' ? 'paired.without' : 'paired.with')} <b>{threeFigures(spread.median)}</b>
      </span>
      <span class="dot-room">
        <span
          class="dot-band"
          style={{ left: at(spread.low), right: `${100 - 100 * placeBetween(spread.high, from, to)}%` }}
        />
        {dots.map(({ place, level }, k) => (
          <i
            key={k}
            style={{ left: `${100 * place}%`, bottom: `${level * Math.min(5, 20 / Math.max(1, highest))}px` }}
          />
        ))}
        <span class="dot-median" style={{ left: at(spread.median) }} />
      </span>
    </span>
  );
}
