import type { Debrief } from '../../classroom/protocol/state.ts';
import type { RunView } from '../run-view/run-view.ts';
import { LedBranch } from './led-branch.tsx';
import { LedOdds } from './led-odds.tsx';
import { LedReasons } from './led-reasons.tsx';

/** What the instructor shows in the place of the replay. It is read from the back row and has nothing to press. */
export function LedStage({ run, led: { view, event } }: { run: RunView; led: Debrief }) {
  switch (view?.what) {
    case 'branch':
      return <LedBranch view={view} run={run} />;
    case 'odds':
      return <LedOdds key={JSON.stringify(view)} view={view} />;
    default:
      return <LedReasons run={run} event={run.events[event ?? -1]} />;
  }
}
