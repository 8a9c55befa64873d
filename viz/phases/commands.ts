import { type Key, t } from '../i18n/index.ts';
import type { PhasesSlice } from '../store/phases.ts';
import type { Command } from '../ui/command.ts';

interface Needed {
  phases: PhasesSlice;
}

const walk = (arrow: string, shown: string, does: Key, by: 1 | -1): Command<Needed> => ({
  key: { names: [arrow], shift: true, shown: () => t('keys.shift', { key: shown }), does: () => t(does) },
  act: ({ phases }) => phases.walk(by),
});

export const phaseBack = walk('ArrowLeft', '←', 'keys.phaseBack', -1);
export const phaseOn = walk('ArrowRight', '→', 'keys.phaseOn', 1);

export const togglePhases: Command<Needed> = {
  label: () => t('transport.phases'),
  pressed: ({ phases }) => phases.open.value !== undefined,
  act: ({ phases }) => phases.toggle(),
};
