import { t } from '../i18n/index.ts';
import { REPLAY } from '../shell/screens.ts';
import { type State, useApp } from '../store/state.ts';
import type { Study } from './study.ts';

/** Shows the run of a seed in the replay, with the interventions of the study. */
function openSeed(state: State, { subject }: Study, seed: string): void {
  const plain = !subject.given && subject.interventions === 0;
  state.screen.value = REPLAY;
  void state.start(subject.id, seed, undefined, plain ? undefined : subject.made);
}

export function SeedButton({ study, seed }: { study: Study; seed: string }) {
  const state = useApp();
  return (
    <button
      type="button"
      class="seed"
      aria-label={t('odds.openSeed', { seed })}
      aria-current={state.seed.value === seed ? 'true' : undefined}
      onClick={() => openSeed(state, study, seed)}
    >
      {seed}
    </button>
  );
}
