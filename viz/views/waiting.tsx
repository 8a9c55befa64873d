import { verdictText } from '../app/link.ts';
import { useApp } from '../app/state.ts';

export function Loading({ share }: { share: number }) {
  return (
    <main class="waiting">
      <p>The run is being computed on this computer.</p>
      <progress max={1} value={share} aria-label="Run computed" />
      <p class="small">{Math.round(100 * share)} %</p>
    </main>
  );
}

export function Failed({ message }: { message: string }) {
  const { start, scenario, seed } = useApp();
  return (
    <main class="waiting">
      <div role="alert">
        <h2>The run stopped</h2>
        <p>{message || 'The engine gave no reason.'}</p>
      </div>
      <button type="button" class="plain" id="retry" onClick={() => void start(scenario.value, seed.value)}>
        Run it again
      </button>
    </main>
  );
}

/** Stands where a run with a time of its own has its transport. */
export const Timeless = () => (
  <section class="transport timeless" aria-label="Time">
    <p>This game has no time: it is decided at once, and there is nothing to play.</p>
  </section>
);

/** What was wrong with the address, or with anything else that a person may have meant otherwise; and what became of a link. */
export function Notice() {
  const { notice, verdict, branches } = useApp();
  const text = notice.value
    ? `${notice.value} Showing what can be shown.`
    : branches.pair.value
      ? ''
      : verdictText(verdict.value);
  if (!text) return null;
  return (
    <p class={notice.value || verdict.value?.tick !== null ? 'notice' : 'notice calm'} role="status">
      {text}
      <button
        type="button"
        class="plain"
        onClick={() => {
          notice.value = '';
          verdict.value = undefined;
        }}
      >
        Dismiss
      </button>
    </p>
  );
}
