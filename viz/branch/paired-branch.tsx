import { useMemo } from 'preact/hooks';
import type { RunView } from '../run-view/run-view.ts';
import type { Comparison } from '../store/branches.ts';
import type { GivenRun } from '../store/run.ts';
import { LazyPart } from '../ui/lazy-part.tsx';

const load = async () => ({ View: (await import('../replications/paired-panel.tsx')).PairedPanel });

const givenOf = ({ written, replay }: RunView): GivenRun => ({
  scenario: written.scenario,
  interventions: replay.interventions,
  ticks: replay.ticks,
});

/** The change of a branch over many seeds: each seed's run with the original's interventions and with the branch's. */
export function PairedBranch({ pair: { original, branch } }: { pair: Comparison }) {
  // A page in another language shows the same runs.
  const change = useMemo(
    () => ({ original: givenOf(original.run), changed: givenOf(branch.run) }),
    [original.run.replay, branch.run.replay],
  );
  return <LazyPart load={load} of={{ change }} />;
}
