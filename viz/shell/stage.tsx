import { useRef } from 'preact/hooks';
import type { Layout } from '../../workers/layout.ts';
import { t } from '../i18n/index.ts';
import { NetworkTools } from '../network/network-tools.tsx';
import type { RunView } from '../run-view/run-view.ts';
import { usePanels } from '../store/panels.ts';
import { useRun } from '../store/run.ts';
import { buttonOf } from '../ui/command.ts';
import { LazyPart } from '../ui/lazy-part.tsx';
import { VIEW_COMMANDS } from './commands.ts';
import { Networks } from './panes.tsx';

// Whatever view a run opens with, the others come when they are first looked at.
const loadChart = async () => ({ View: (await import('../chart/chart.tsx')).ChartView });
const loadMatrix = async () => ({ View: (await import('../matrix/matrix-view.tsx')).MatrixView });
const loadTables = async () => ({ View: (await import('../table/tables.tsx')).ReplayTables });

/** The large picture of the moment, in the view that is chosen. */
export function Stage({ run, layout }: { run: RunView; layout: Layout }) {
  const panels = usePanels();
  const slices = { run: useRun(), panels };
  const view = panels.view.value;
  const tools = useRef<HTMLDivElement>(null);
  return (
    <section class="stage" aria-label={t('app.stage')}>
      <div class="stage-tools" ref={tools}>
        <div class="segmented">
          {VIEW_COMMANDS.filter(({ applies }) => applies?.(slices)).map((command) => (
            <button key={command.key?.names[0]} {...buttonOf(command, slices)}>
              {command.label?.(slices)}
            </button>
          ))}
        </div>
        {view === 'network' ? <NetworkTools run={run} /> : null}
      </div>
      {view === 'network' ? <Networks run={run} layout={layout} tools={tools} /> : null}
      {view === 'matrix' ? <LazyPart load={loadMatrix} of={{ run }} /> : null}
      {view === 'table' ? <LazyPart load={loadTables} of={{ run }} /> : null}
      {view === 'chart' && run.chart ? <LazyPart load={loadChart} of={{ run, chart: run.chart }} /> : null}
    </section>
  );
}
