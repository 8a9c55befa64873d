import { askForBranch, togglePaired, toggleSide } from '../branch/commands.ts';
import { type Key, t } from '../i18n/index.ts';
import { phaseBack, phaseOn } from '../phases/commands.ts';
import type { PanelsSlice, ReplayView } from '../store/panels.ts';
import type { RunSlice } from '../store/run.ts';
import { SPEED_COMMANDS, togglePlaying, WAYS } from '../timeline/commands.ts';
import { type Command, letterKey } from '../ui/command.ts';
import { flipTheme, isDark } from '../ui/theme.ts';
import type { Slices } from './slices.tsx';

interface Needed {
  run: RunSlice;
  panels: PanelsSlice;
}

interface ViewCommand {
  view: ReplayView;
  letter: string;
  does: Key;
  label(slices: Needed): string;
  applies(slices: Needed): boolean;
}

const viewCommand = ({ view, letter, does, label, applies }: ViewCommand): Command<Needed> => ({
  key: letterKey(letter, does),
  label,
  applies,
  pressed: ({ panels }) => panels.view.value === view,
  act: ({ panels }) => {
    panels.view.value = view;
    panels.panel.value = 'network';
  },
});

const hasRun = ({ run }: Needed): boolean => run.shown.value !== undefined;

/** Views of the stage, in the order of their tabs. */
export const VIEW_COMMANDS = [
  viewCommand({
    view: 'chart',
    letter: 'C',
    does: 'keys.chart',
    label: ({ run }) => t(run.shown.value?.chart?.kind === 'table' ? 'app.figures' : 'app.chart'),
    applies: ({ run }) => run.shown.value?.chart !== undefined,
  }),
  viewCommand({
    view: 'network',
    letter: 'N',
    does: 'keys.network',
    label: () => t('app.network'),
    applies: hasRun,
  }),
  viewCommand({ view: 'table', letter: 'T', does: 'keys.table', label: () => t('app.table'), applies: hasRun }),
  viewCommand({
    view: 'matrix',
    letter: 'M',
    does: 'keys.matrix',
    label: () => t('matrix.name'),
    applies: ({ run }) => (run.shown.value?.actors.length ?? 0) > 1,
  }),
];

export const share: Command<Needed> = {
  label: () => t('app.share'),
  applies: hasRun,
  act: ({ panels }) => {
    panels.sharing.value = true;
  },
};

export const toggleTheme: Command<unknown> = {
  label: () => t(isDark() ? 'app.light' : 'app.dark'),
  act: flipTheme,
};

export const toggleHelp: Command<Pick<Needed, 'panels'>> = {
  key: { names: ['?'], shown: () => '?', does: () => t('keys.help') },
  label: () => t('app.help'),
  act: ({ panels: { helping } }) => {
    helping.value = !helping.value;
  },
};

/** All that have a key, in the order of the help. */
export const KEY_COMMANDS: readonly Command<Slices>[] = [
  togglePlaying,
  WAYS.back,
  WAYS.on,
  phaseBack,
  phaseOn,
  WAYS.tenBack,
  WAYS.tenOn,
  WAYS.start,
  WAYS.end,
  WAYS.previous,
  WAYS.next,
  ...SPEED_COMMANDS,
  ...VIEW_COMMANDS,
  askForBranch,
  toggleSide,
  togglePaired,
  toggleHelp,
];
