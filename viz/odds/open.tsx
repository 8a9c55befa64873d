import { t } from '../i18n/index.ts';
import { type PanelsSlice, usePanels } from '../store/panels.ts';
import { type RunSlice, useRun } from '../store/run.ts';
import type { Study } from './study.ts';

/** Shows the run of a seed in the replay, with the interventions of the study. */
function openSeed({ run, panels }: { run: RunSlice; panels: PanelsSlice }, { subject }: Study, seed: string): void {
  const plain = !subject.given && subject.interventions === 0;
  panels.screen.value = 'replay';
  void run.start(subject.id, seed, undefined, plain ? undefined : subject.made);
}

export function SeedButton({ study, seed }: { study: Study; seed: string }) {
  const run = useRun();
  const panels = usePanels();
  return (
    <button
      type="button"
      class="seed"
      aria-label={t('odds.openSeed', { seed })}
      aria-current={run.seed.value === seed ? 'true' : undefined}
      onClick={() => openSeed({ run, panels }, study, seed)}
    >
      {seed}
    </button>
  );
}
