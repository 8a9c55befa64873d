import { useBranches } from '../store/branches.ts';
import { useRun } from '../store/run.ts';
import { buttonOf } from '../ui/command.ts';
import { askForBranch } from './commands.ts';

/** Opens the form for a branch. */
export function BranchButton() {
  const slices = { run: useRun(), branches: useBranches() };
  return (
    <button
      {...buttonOf(askForBranch, slices)}
      class="plain"
      id="branch-here"
      aria-haspopup="dialog"
      aria-keyshortcuts={askForBranch.key.shown()}
    >
      {askForBranch.label()}
    </button>
  );
}
