// What `npm run bench` and `npm run bench:page` may be told.
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** Fewer of everything, to see that it works; nothing is written. */
  quick: boolean;
  /** The commit that the present state is held against. */
  against: string | undefined;
  /** File the comparison is written to besides. */
  out: string | undefined;
}

/** @throws {Error} for options that do not exist or do not go together. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { quick, against, out } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean', default: false }, against: { type: 'string' }, out: { type: 'string' } },
  }).values;
  if (out !== undefined && against === undefined)
    throw new Error('--out needs --against: all else has its place in docs');
  if (out !== undefined && quick) throw new Error('--quick writes nothing: leave out --out');
  return { quick, against, out };
}
