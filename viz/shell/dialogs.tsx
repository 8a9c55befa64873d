import { useBranches } from '../store/branches.ts';
import { usePanels } from '../store/panels.ts';
import { useRun } from '../store/run.ts';
import { useAsked } from '../store/use-asked.ts';

const loadBranch = () => import('../branch/branch-form.tsx');
const loadHeader = () => import('./header-dialogs.tsx');

/** Dialogs about the whole page or the whole run. Each comes when it is first asked for. */
export function Dialogs() {
  const { shown } = useRun();
  const { helping, sharing } = usePanels();
  const { asking } = useBranches();
  const hasRun = shown.value !== undefined;
  const branch = useAsked(loadBranch, hasRun && asking.value, () => {
    asking.value = false;
  });
  const header = useAsked(loadHeader, helping.value || (hasRun && sharing.value), () => {
    helping.value = false;
    sharing.value = false;
  });
  return (
    <>
      {header ? <header.Help /> : null}
      {header ? <header.Share /> : null}
      {branch ? <branch.BranchForm /> : null}
    </>
  );
}
