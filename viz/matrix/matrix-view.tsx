import './matrix.css';
import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { useFrame } from '../store/frame.ts';
import { usePlayback } from '../store/playback.ts';
import { MatrixKey } from './matrix-key.tsx';
import { MatrixPicture } from './matrix-picture.tsx';
import { type MatrixCell, MatrixValueLine } from './matrix-value.tsx';
import { intervalAt, orderIn } from './order.ts';
import { MATRIX_VALUES, type MatrixValue, matrixValuesOf } from './values.ts';
import { useYearBefore } from './year-before.ts';

/** Who trusts whom: a row an actor, a column an actor, allies side by side. */
export function MatrixView({ run }: { run: RunView }) {
  const { tick } = usePlayback();
  const { frame } = useFrame();
  const sight = useSignal<MatrixValue>('both');
  const cell = useSignal<MatrixCell | undefined>(undefined);
  const at = tick.value;
  const n = run.actors.length;
  const pair = useYearBefore(run, sight.value === 'change');
  const [now, earlier] = sight.value === 'change' ? [pair?.now, pair?.earlier] : [frame.value, undefined];
  const epoch = intervalAt(run, at);
  const places = useMemo(() => orderIn(run, epoch), [run, epoch]);
  const values = useMemo(() => matrixValuesOf(sight.value, n, now, earlier), [sight.value, n, now, earlier]);
  return (
    <div class="matrix">
      <div class="matrix-aside">
        <Sights sight={sight} />
        <MatrixKey sight={sight.value} run={run} />
        <MatrixValueLine run={run} cell={cell.value} frame={now ?? frame.value} earlier={earlier} />
      </div>
      <MatrixPicture
        run={run}
        places={places}
        values={values}
        cell={cell}
        summary={t('matrix.summary', { when: dateLabel(run.clock, at), count: n, what: t(`matrix.${sight.value}`) })}
      />
    </div>
  );
}

function Sights({ sight }: { sight: Signal<MatrixValue> }) {
  return (
    <fieldset class="segmented matrix-sights" data-stage>
      <legend class="unseen">{t('matrix.sights')}</legend>
      {MATRIX_VALUES.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={sight.value === one}
          onClick={() => {
            sight.value = one;
          }}
        >
          {t(`matrix.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}
