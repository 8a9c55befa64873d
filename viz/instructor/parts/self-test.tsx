import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { selfTest } from '../self-test.ts';
import { useControl } from '../use-control.ts';

export function SelfTest() {
  const { room, state, says } = useControl();
  const apart = useSignal(0);
  useEffect(() => {
    void clocksApart(room.base).then((ms) => {
      apart.value = ms;
    });
  }, [room, apart]);
  return (
    <section class="self-test" aria-labelledby="self-test">
      <h2 id="self-test">{says.test.title}</h2>
      {selfTest(state, room.transport.value, apart.value, says).map((sentence, k) => (
        <p key={sentence} class={k === 0 && state.join.reach === 'loopback' ? 'notice' : ''}>
          {sentence}
        </p>
      ))}
    </section>
  );
}

/** How far this device's time of day is from the server's; 0 where it does not say. */
async function clocksApart(base: string): Promise<number> {
  try {
    const { now } = (await (await fetch(`${base}clock`)).json()) as { now: number };
    return Number.isFinite(now) ? Date.now() - now : 0;
  } catch {
    return 0;
  }
}
