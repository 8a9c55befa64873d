import { signal } from '@preact/signals';
import type { RecordedHistory } from '../../sim/results/recorded-history.ts';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { Playhead } from '../timeline/playhead.tsx';
import { LazyPart } from '../ui/lazy-part.tsx';
import { GUTTER, useAxis, useRoom } from '../ui/measure.ts';
import { type LaneForm, laneHeight } from './lane-height.ts';
import { useNearest } from './use-nearest.ts';

const loadItems = async () => ({ View: (await import('./lane-items.tsx')).LaneItems });

/** Whether a person folded the lane; undefined as long as nobody asked: it then is folded where the window is low. */
const folded = signal<boolean | undefined>(undefined);
/** record.css has the same. */
const isLow = (): boolean => matchMedia('(max-height: 759px)').matches;
const isPhone = (): boolean => matchMedia('(max-width: 899px)').matches;

/** The record of the scenario under the storyline, on its axis: treaties as bars, all else as marks. */
export function RecordLane({ run, record }: { run: RunView; record: RecordedHistory }) {
  const nearest = useNearest(run);
  const { ref, size } = useRoom<HTMLDivElement>();
  // As the time bar has it.
  const narrow = size.width < 700;
  const axis = useAxis(size.width, run.ticks, narrow ? 16 : GUTTER);
  const isFolded = folded.value ?? isLow();
  // Beside the column of the moment its height is the window's, even where the pictures are as narrow as a phone's.
  const form: LaneForm = narrow && isPhone() ? 'narrow' : isFolded ? 'folded' : 'wide';
  const height = laneHeight(record, run.ticks, form);
  return (
    <section class={`record record-${form}`} aria-label={t('record.lane')}>
      {form === 'narrow' ? (
        <p class="record-title">
          {t('record.lane')}
          {nearest ? ` · ${nearest}` : null}
        </p>
      ) : narrow ? null : (
        <button
          type="button"
          class="record-title"
          style={{ width: `${GUTTER - 4}px` }}
          aria-expanded={!isFolded}
          onClick={() => {
            folded.value = !isFolded;
          }}
        >
          {t('record.lane')} <span aria-hidden="true">{isFolded ? '▸' : '▾'}</span>
        </button>
      )}
      <div class="record-years" ref={ref} style={{ height: `${height}px` }}>
        {size.width > 0 ? <LazyPart load={loadItems} of={{ run, record, axis, form }} /> : null}
        <Playhead axis={axis} height={height} />
      </div>
    </section>
  );
}
