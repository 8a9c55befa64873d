import { shellWords } from '../formats/jobs/shell.ts';
import type { SweepOptions } from './sweep-options.ts';

/** The command that goes on with a sweep. */
export function goingOn(file: string, options: SweepOptions): string {
  const { out = '', on, merge, first, tasks, wait, retryFailed, words = [] } = options;
  const given = Object.entries({ on, merge, first, tasks, wait }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  const further = words.length > 0 ? ['--', ...words] : [];
  return shellWords([
    'foedus',
    'sweep',
    file,
    '--out',
    out,
    ...given,
    retryFailed ? '--retry-failed' : '--resume',
    ...further,
  ]);
}
