/** Signals that end the command, with the exit codes that shells expect: 128 and the signal’s number. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

export type EndingSignal = keyof typeof CODES;

/** Ends the command: with the code of the signal, else with the code that its work has so far. */
type Ending = (signal?: EndingSignal) => void;

export const codeOf = (signal: EndingSignal): number => CODES[signal];

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
  for (const signal of Object.keys(CODES) as EndingSignal[]) process.on(signal, () => endEarly(signal));
}
