import seedrandom from 'seedrandom';

/** A stream of luck that belongs to one mechanism at one tick. */
export interface Stream {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Whole number in [0, n). */
  below(n: number): number;
  /** Mean 0, variance 1, within ±3.5: the sum of four uniforms, which needs no logarithm. */
  noise(): number;
}

/**
 * A fresh generator for each name, so that a new mechanism, or more draws in an old one, shifts nobody else's luck
 * (common random numbers). Tyche-i, since the linear generators start neighbouring names alike.
 */
export function stream(seed: string, mechanism: string, tick: number): Stream {
  const next = seedrandom.tychei(`${seed}/${mechanism}/${tick}`);
  const uniform = next.double;
  return {
    uniform,
    below: (n) => Math.floor(uniform() * n),
    noise: () => (next.quick() + next.quick() + next.quick() + next.quick() - 2) * 1.7320508075688772,
  };
}

/** Fisher–Yates, in place. */
export function shuffle(order: Int32Array, random: Stream): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}
