/** Signals that end the command, with the exit codes that shells expect: 128 and the signal’s number. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

/** Signals by which engines end a task, which end other commands as they end any process. */
const OF_ENGINES = ['SIGUSR1', 'SIGUSR2', 'SIGXCPU'] as const;

/** The exit code by which an engine knows that a task may be tried again. */
export const TRY_AGAIN = 75;

export type EndingSignal = keyof typeof CODES | (typeof OF_ENGINES)[number];

/** Ends the command: with the code of the signal, else with the code that its work has so far. */
type Ending = (signal?: EndingSignal) => void;

export const codeOf = (signal: EndingSignal): number =>
  signal in CODES ? CODES[signal as keyof typeof CODES] : TRY_AGAIN;

/** Through an exit, so that a file under way is removed. */
let ending: Ending = (signal) => process.exit(signal && codeOf(signal));

/** Says how the command ends before its work is done, where an exit is not enough. */
export function setEnding(other: Ending): void {
  ending = other;
}

/** Ends the command before its work is done. */
export const endEarly: Ending = (signal) => ending(signal);

/** The listeners stay, and what they do changes: between two listeners a signal would end the process by itself. */
export function hearSignals(): void {
  hear(Object.keys(CODES) as EndingSignal[]);
}

/** Hears what engines send besides. */
export const hearEngines = (): void => hear(OF_ENGINES);

function hear(signals: readonly EndingSignal[]): void {
  for (const signal of signals) process.on(signal, () => endEarly(signal));
}
