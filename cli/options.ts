import { checkedSeed, faultSentence, setPath } from '../sim/check/check.ts';
import { throwInputError } from './input-error.ts';

// What a person asks for by options that several commands share.

/** A seed; `place` is where it was asked for. */
export function seedOf(text: string, place = '--seed'): string {
  const checked = checkedSeed(text);
  return 'value' in checked ? checked.value : throwInputError(`${place}: ${checked.faults[0]!.message}`);
}

/** A whole number from `least` to `most`, given by the option `--name`. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most
    ? value
    : throwInputError(
        `--${name}: expected a whole number from ${least} to ${most}, got ${JSON.stringify(text.slice(0, 40))}`,
      );
}

/** The scenario as it stands in a file, with one `PATH=VALUE` set. */
export function withSetting(input: unknown, setting: string): unknown {
  const at = setting.indexOf('=');
  if (at <= 0) throwInputError(`--set: expected PATH=VALUE, got ${JSON.stringify(setting.slice(0, 40))}`);
  const changed = setPath(input, setting.slice(0, at), setting.slice(at + 1));
  return 'input' in changed ? changed.input : throwInputError(`--set: ${faultSentence(changed.fault)}`);
}
