// Who sides with whom on Axelrod's ring. Wealth is one number an actor. Commitment is row-major: row i holds the commitment of i to
// each other, the tenths 0 … 10 as shares of 1. Walks go round the ring by `way`: 1 forward, n − 1 backward.

/** Marks of the two sides of a fight. */
export const OURS = 1;
export const THEIRS = 2;

/** Commitment as a whole number of tenths, whatever rounding single precision causes. */
export const tenths = (commitment: number): number => (commitment * 10 + 0.5) | 0;

/**
 * Where a walk from `leader` ends: at `other`, or at the first actor that is not more committed to the leader than to the other.
 */
export function walkEnd(commitment: Float32Array, n: number, leader: number, other: number, way: number): number {
  let i = leader + way;
  if (i >= n) i -= n;
  while (i !== other && commitment[i * n + leader]! > commitment[i * n + other]!) {
    i += way;
    if (i >= n) i -= n;
  }
  return i;
}

/** Whether all actors on one of the two ways from `leader` to `other` join the leader. */
export const reaches = (commitment: Float32Array, n: number, leader: number, other: number): boolean =>
  walkEnd(commitment, n, leader, other, 1) === other || walkEnd(commitment, n, leader, other, n - 1) === other;

/**
 * Strength of the leader's side against the other: its own wealth, plus that of its followers weighted by their commitment to it.
 */
export const sideStrength = (
  wealth: Float64Array,
  commitment: Float32Array,
  n: number,
  leader: number,
  other: number,
): number =>
  wealth[leader]! +
  followers(wealth, commitment, n, leader, other, 1) +
  followers(wealth, commitment, n, leader, other, n - 1);

function followers(
  wealth: Float64Array,
  commitment: Float32Array,
  n: number,
  leader: number,
  other: number,
  way: number,
): number {
  let sum = 0;
  let i = leader + way;
  if (i >= n) i -= n;
  while (i !== other) {
    const loyal = commitment[i * n + leader]!;
    if (loyal <= commitment[i * n + other]!) break;
    sum += (tenths(loyal) / 10) * wealth[i]!;
    i += way;
    if (i >= n) i -= n;
  }
  return sum;
}

/** Marks the leader and its followers with `side`. */
export function markSide(
  mark: Int32Array,
  commitment: Float32Array,
  n: number,
  leader: number,
  other: number,
  side: number,
): void {
  mark[leader] = side;
  markFollowers(mark, commitment, n, leader, other, side, 1);
  markFollowers(mark, commitment, n, leader, other, side, n - 1);
}

function markFollowers(
  mark: Int32Array,
  commitment: Float32Array,
  n: number,
  leader: number,
  other: number,
  side: number,
  way: number,
): void {
  const end = walkEnd(commitment, n, leader, other, way);
  let i = leader + way;
  if (i >= n) i -= n;
  while (i !== end) {
    mark[i] = side;
    i += way;
    if (i >= n) i -= n;
  }
}

/** Raises a commitment by a tenth, to 1 at most. */
export function rise(commitment: Float32Array, slot: number): void {
  const now = tenths(commitment[slot]!);
  if (now < 10) commitment[slot] = (now + 1) / 10;
}

/** Lowers a commitment by a tenth, to 0 at least. */
export function fall(commitment: Float32Array, slot: number): void {
  const now = tenths(commitment[slot]!);
  if (now > 0) commitment[slot] = (now - 1) / 10;
}
