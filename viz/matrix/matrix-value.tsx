import type { Frame } from '../../sim/history/replay.ts';
import { t } from '../i18n/index.ts';
import { figure } from '../run-view/curves.ts';
import type { Story } from '../run-view/run-view.ts';
import { useApp } from '../store/state.ts';

/** What one actor holds of another, by their indices; `keyed` where the keyboard went there. */
export interface Cell {
  from: number;
  to: number;
  keyed: boolean;
}

interface Read {
  story: Story;
  cell: Cell | undefined;
  frame: Frame | undefined;
  earlier: Frame | undefined;
}

/** The numbers of the cell that is pointed at. Said aloud where the keyboard moves: a pointer passes over too many. */
export function Value({ story, cell, frame, earlier }: Read) {
  const { playing, dragging } = useApp();
  const isSaid = cell?.keyed && !playing.value && !dragging.value;
  return (
    <p class="matrix-value" id="matrix-value" aria-live={isSaid ? 'polite' : 'off'}>
      {cell && frame ? sentenceOf(story, cell, frame, earlier) : <span class="remark">{t('matrix.hint')}</span>}
    </p>
  );
}

function sentenceOf(story: Story, { from, to }: Cell, frame: Frame, earlier: Frame | undefined): string {
  const n = story.actors.length;
  if (from === to) return t('matrix.self', { name: story.actors[from]!.name });
  const at = from * n + to;
  const said = t('matrix.value', {
    from: story.actors[from]!.name,
    to: story.actors[to]!.name,
    trust: figure(frame.trust[at]!),
    illWill: figure(frame.hostility[at]!),
    back: figure(frame.trust[to * n + from]!),
  });
  if (!earlier) return said;
  const moved = frame.trust[at]! - earlier.trust[at]!;
  const change = `${moved > 0 ? '+' : ''}${figure(moved)}`;
  return `${said} ${t('matrix.moved', { change, since: t(story.clock.rounds ? 'matrix.round' : 'matrix.year') })}`;
}
