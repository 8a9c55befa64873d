import type { Frame } from '../../sim/results/replay.ts';
import { t } from '../i18n/index.ts';
import { figureText } from '../run-view/curves.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useApp } from '../store/state.ts';

/** What one actor holds of another, by their indices; `keyed` where the keyboard went there. */
export interface MatrixCell {
  from: number;
  to: number;
  keyed: boolean;
}

interface Read {
  run: RunView;
  cell: MatrixCell | undefined;
  frame: Frame | undefined;
  earlier: Frame | undefined;
}

/** The numbers of the cell that is pointed at. Said aloud where the keyboard moves: a pointer passes over too many. */
export function MatrixValueLine({ run, cell, frame, earlier }: Read) {
  const { playing, dragging } = useApp();
  const isSaid = cell?.keyed && !playing.value && !dragging.value;
  return (
    <p class="matrix-value" id="matrix-value" aria-live={isSaid ? 'polite' : 'off'}>
      {cell && frame ? sentenceOf(run, cell, frame, earlier) : <span class="remark">{t('matrix.hint')}</span>}
    </p>
  );
}

function sentenceOf(run: RunView, { from, to }: MatrixCell, frame: Frame, earlier: Frame | undefined): string {
  const n = run.actors.length;
  if (from === to) return t('matrix.self', { name: run.actors[from]!.name });
  const at = from * n + to;
  const said = t('matrix.value', {
    from: run.actors[from]!.name,
    to: run.actors[to]!.name,
    trust: figureText(frame.trust[at]!),
    illWill: figureText(frame.hostility[at]!),
    back: figureText(frame.trust[to * n + from]!),
  });
  if (!earlier) return said;
  const moved = frame.trust[at]! - earlier.trust[at]!;
  const change = `${moved > 0 ? '+' : ''}${figureText(moved)}`;
  return `${said} ${t('matrix.moved', { change, since: t(run.clock.rounds ? 'matrix.round' : 'matrix.year') })}`;
}
