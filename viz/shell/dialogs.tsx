import { useApp } from '../store/state.ts';
import { useAsked } from '../ui/lazy.ts';

const loadBranch = () => import('../branch/branch-form.tsx');
const loadMasthead = () => import('./header-dialogs.ts');

/** Dialogs about the whole page or the whole run. Each comes when it is first asked for. */
export function Dialogs() {
  const { helping, sharing, run, branches } = useApp();
  const { asking } = branches;
  const told = run.value !== undefined;
  const branch = useAsked(loadBranch, told && asking.value, () => {
    asking.value = false;
  });
  const masthead = useAsked(loadMasthead, helping.value || (told && sharing.value), () => {
    helping.value = false;
    sharing.value = false;
  });
  return (
    <>
      {masthead ? <masthead.Help /> : null}
      {masthead ? <masthead.ShareDialog /> : null}
      {branch ? <branch.BranchForm /> : null}
    </>
  );
}
