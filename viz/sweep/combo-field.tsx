import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Fault } from '../../sim/schema/fault.ts';
import { t } from '../i18n/index.ts';
import { FieldFaults } from './field.tsx';

/** One of the list: what it is called in a file, what stands there now, and what it means. */
export interface ComboOption {
  name: string;
  now?: string | undefined;
  says: string;
  /** Whether what it says is in English on a page that is not. */
  isForeign?: boolean;
}

interface ComboFieldOf {
  id: string;
  label: string;
  value: string;
  placeholder?: string | undefined;
  faults: readonly Fault[];
  offers: readonly ComboOption[];
  /** How many more fit what is typed. */
  more: number;
  write(value: string): void;
  /** @param name of the list, or as it was typed. */
  choose(name: string, isOfList: boolean): void;
}

/** A text field with a list of what fits what is typed (the combobox pattern of the ARIA practices). */
export function ComboField({ id, label, value, placeholder, faults, offers, more, write, choose }: ComboFieldOf) {
  const list = useId();
  const isOpen = useSignal(false);
  const active = useSignal(-1);
  const shown = isOpen.value && offers.length > 0;
  const close = (): void => {
    isOpen.value = false;
    active.value = -1;
  };
  const take = (name: string, isOfList: boolean): void => {
    close();
    choose(name, isOfList);
  };
  const go = (step: number): void => {
    isOpen.value = true;
    active.value =
      offers.length === 0
        ? -1
        : (active.value + step + offers.length + (active.value < 0 && step < 0 ? 1 : 0)) % offers.length;
    document.getElementById(`${list}-${active.value}`)?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent): void => {
    const chosen = shown ? offers[active.value] : undefined;
    if (event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowUp') go(-1);
    else if (event.key === 'Enter') take(chosen?.name ?? value, chosen !== undefined);
    else if (event.key === 'Escape' && shown) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <span class="sweep-field path">
      <label for={id}>{label}</label>
      <span class="sweep-path">
        <input
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={200}
          value={value}
          placeholder={placeholder}
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown && active.value >= 0 ? `${list}-${active.value}` : undefined}
          aria-invalid={faults.length > 0}
          aria-describedby={faults.length > 0 ? `${id}-wrong` : undefined}
          onInput={(event) => {
            write(event.currentTarget.value);
            isOpen.value = true;
            active.value = -1;
          }}
          onClick={() => {
            isOpen.value = true;
          }}
          onKeyDown={press}
          onBlur={close}
        />
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of the ARIA practices */}
        <ul class="sweep-choices" id={list} role="listbox" aria-label={label} hidden={!shown}>
          {shown
            ? offers.map((offer, k) => (
                <Option
                  key={offer.name}
                  id={`${list}-${k}`}
                  offer={offer}
                  isActive={k === active.value}
                  take={() => take(offer.name, true)}
                />
              ))
            : null}
          {shown && more > 0 ? (
            <li class="sweep-more" role="presentation">
              {t('sweep.moreChoices', { count: more })}
            </li>
          ) : null}
        </ul>
      </span>
      <FieldFaults id={`${id}-wrong`} faults={faults} />
    </span>
  );
}

interface OptionOf {
  id: string;
  offer: ComboOption;
  isActive: boolean;
  take(): void;
}

function Option({ id, offer, isActive, take }: OptionOf) {
  const { name, now, says, isForeign } = offer;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and its keys choose
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
    <li
      id={id}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of the ARIA practices
      role="option"
      aria-selected={isActive}
      class="sweep-choice"
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={take}
    >
      <code>{name}</code>
      {now === undefined ? null : <span class="sweep-now">{now}</span>}
      {says ? (
        <span class="sweep-choice-says" lang={isForeign ? 'en' : undefined}>
          {says}
        </span>
      ) : null}
    </li>
  );
}
