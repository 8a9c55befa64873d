import { t } from '../i18n/index.ts';
import type { BranchesSlice } from '../store/branches.ts';
import type { RunSlice } from '../store/run.ts';
import { type Command, letterKey } from '../ui/command.ts';

interface Needed {
  branches: BranchesSlice;
}

export const askForBranch = {
  key: letterKey('B', 'keys.branch'),
  label: () => t('branch.here'),
  applies: ({ run }) => run.shown.value !== undefined,
  act: ({ branches }) => branches.ask(),
} satisfies Command<Needed & { run: RunSlice }>;

const hasBranch = ({ branches }: Needed): boolean => branches.pair.value !== undefined;

export const toggleSide = {
  key: letterKey('F', 'keys.flip'),
  applies: hasBranch,
  act: ({ branches }) => branches.toggleSide(),
} satisfies Command<Needed>;

export const togglePaired = {
  key: letterKey('S', 'keys.pair'),
  label: () => t('compare.couple'),
  applies: hasBranch,
  pressed: ({ branches }) => branches.paired.value,
  act: ({ branches }) => branches.togglePaired(),
} satisfies Command<Needed>;
