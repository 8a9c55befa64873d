// Options of `npm run bench` and `npm run bench:page`.
import { parseArgs } from 'node:util';

export interface BenchOptions {
  /** A short run with fewer repetitions, to test that it works; writes no file. */
  quick: boolean;
  /** The commit to compare the working tree with. */
  against: string | undefined;
  /** File to which the comparison is written in addition. */
  out: string | undefined;
}

/** @throws {Error} for options that do not exist or exclude each other. */
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
