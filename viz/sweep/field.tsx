import type { ComponentChildren } from 'preact';
import type { Fault } from '../../sim/schema/fault.ts';
import { EngineSays } from './engine-says.tsx';

/** Whether a fault lies at a place of the sweep, or within it. */
export const isAt = ({ path }: Fault, place: string): boolean =>
  place !== '' && path.startsWith(place) && /^($|[.[])/.test(path.slice(place.length));

/** What is wrong with a field, each sentence once. */
export function FieldFaults({ id, faults }: { id: string; faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  const sentences = [...new Set(faults.map(({ message }) => message))].slice(0, MOST);
  return (
    <span class="sweep-wrong" id={id}>
      {sentences.map((sentence) => (
        <EngineSays key={sentence} sentence={sentence} />
      ))}
    </span>
  );
}

/** Nobody mends more at once. */
const MOST = 3;

interface TextFieldOf {
  id: string;
  label: string;
  value: string;
  faults: readonly Fault[];
  write(value: string): void;
  isNumber?: boolean;
  placeholder?: string;
  /** What follows the field on its line. */
  children?: ComponentChildren;
}

/** A field with its name above it and its faults below. */
export function TextField({ id, label, value, faults, write, isNumber, placeholder, children }: TextFieldOf) {
  return (
    <span class={isNumber ? 'sweep-field number' : 'sweep-field'}>
      <label for={id}>{label}</label>
      <span class="sweep-field-row">
        <input
          id={id}
          type="text"
          inputMode={isNumber ? 'decimal' : 'text'}
          autocomplete="off"
          spellcheck={false}
          value={value}
          placeholder={placeholder}
          aria-invalid={faults.length > 0}
          aria-describedby={faults.length > 0 ? `${id}-wrong` : undefined}
          onInput={(event) => write(event.currentTarget.value)}
        />
        {children}
      </span>
      <FieldFaults id={`${id}-wrong`} faults={faults} />
    </span>
  );
}

interface CheckFieldOf {
  id: string;
  label: string;
  isChecked: boolean;
  write(isChecked: boolean): void;
  isDisabled?: boolean;
}

export const CheckField = ({ id, label, isChecked, write, isDisabled = false }: CheckFieldOf) => (
  <label class="sweep-check" for={id}>
    <input
      id={id}
      type="checkbox"
      checked={isChecked}
      disabled={isDisabled}
      onChange={(event) => write(event.currentTarget.checked)}
    />
    <span>{label}</span>
  </label>
);
