/** Words as a shell takes them. Those of plain characters stay as they are. */
export const shellWords = (words: readonly string[]): string =>
  words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');

/** Lines that hand a command a script, in which nothing is replaced. */
export const handing = (command: string, script: readonly string[]): string[] => [
  `${command} <<'JOB'`,
  ...script,
  'JOB',
];

/** Likewise, and keep what the command prints in a variable. */
export const keeping = (variable: string, command: string, script: readonly string[]): string[] => [
  `${variable}=$(`,
  ...handing(command, script),
  ')',
];

/** `00:05:00`. */
export function clock(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}

/** How often a task is begun at most. */
export const TRIES = 5;

/**
 * Lines that do a task again where its exit code says that it may help, for engines that do not look at it. Not after a signal: then the
 * engine wants the machine.
 */
export const tryingAgain = (words: readonly string[]): string[] => [
  '# Exit codes of a shard: 0 done, 2 refused for ever, any other may pass.',
  'stopped=',
  "trap 'stopped=yes' HUP INT TERM USR1 USR2 XCPU",
  `for attempt in $(seq ${TRIES}); do`,
  '  [ "$attempt" = 1 ] || sleep 30',
  `  ${shellWords(words)}`,
  '  code=$?',
  '  if [ "$code" = 0 ] || [ "$code" = 2 ] || [ -n "$stopped" ]; then break; fi',
  'done',
  'exit "$code"',
];
