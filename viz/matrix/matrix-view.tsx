import './matrix.css';
import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { useApp } from '../store/state.ts';
import { MatrixKey } from './matrix-key.tsx';
import { MatrixPicture } from './matrix-picture.tsx';
import { type Cell, Value } from './matrix-value.tsx';
import { epochAt, orderIn } from './order.ts';
import { SIGHTS, type Sight, valuesOf } from './values.ts';
import { useEarlier } from './year-before.ts';

/** Who trusts whom: a row an actor, a column an actor, allies side by side. */
export function MatrixView({ story }: { story: Story }) {
  const { tick, frame } = useApp();
  const sight = useSignal<Sight>('both');
  const cell = useSignal<Cell | undefined>(undefined);
  const at = tick.value;
  const n = story.actors.length;
  const pair = useEarlier(story, sight.value === 'change');
  const [now, earlier] = sight.value === 'change' ? [pair?.now, pair?.earlier] : [frame.value, undefined];
  const epoch = epochAt(story, at);
  const places = useMemo(() => orderIn(story, epoch), [story, epoch]);
  const values = useMemo(() => valuesOf(sight.value, n, now, earlier), [sight.value, n, now, earlier]);
  return (
    <div class="matrix">
      <div class="matrix-aside">
        <Sights sight={sight} />
        <MatrixKey sight={sight.value} story={story} />
        <Value story={story} cell={cell.value} frame={now ?? frame.value} earlier={earlier} />
      </div>
      <MatrixPicture
        story={story}
        places={places}
        values={values}
        cell={cell}
        summary={t('matrix.summary', { when: dateLabel(story.clock, at), count: n, what: t(`matrix.${sight.value}`) })}
      />
    </div>
  );
}

function Sights({ sight }: { sight: Signal<Sight> }) {
  return (
    <fieldset class="segmented matrix-sights" data-stage>
      <legend class="unseen">{t('matrix.sights')}</legend>
      {SIGHTS.map((one) => (
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
