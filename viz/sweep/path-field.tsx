import { useSignal } from '@preact/signals';
import { useId, useMemo, useRef } from 'preact/hooks';
import type { VaryChoice } from '../../sim/experiment/sweep/choices.ts';
import type { Fault } from '../../sim/schema/fault.ts';
import { t } from '../i18n/index.ts';
import { inWords } from '../run-view/words.ts';
import { FieldFaults } from './field.tsx';
import { searchPaths } from './path-search.ts';
import type { PlanState } from './plan-state.ts';
import { saysOf, varyWords } from './vary-words.ts';

interface PathFieldOf {
  id: string;
  plan: PlanState;
  label: string;
  value: string;
  placeholder?: string;
  faults: readonly Fault[];
  write(value: string): void;
  /** A choice of the list, or a path as it was typed. */
  choose(choice: VaryChoice | string): void;
}

/** A path of the scenario, with a list of those that fit what is typed (the combobox pattern of the ARIA practices). */
export function PathField({ id, plan, label, value, placeholder, faults, write, choose }: PathFieldOf) {
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const isOpen = useSignal(false);
  const active = useSignal(-1);
  const source = plan.source.value!;
  const choices = plan.choices.value?.vary ?? NONE;
  const { found, total } = useMemo(
    () => searchPaths(choices, value, ({ path }) => varyWords(path, source)),
    [choices, value, source],
  );
  const shown = isOpen.value && found.length > 0;
  const close = (): void => {
    isOpen.value = false;
    active.value = -1;
  };
  const take = (choice: VaryChoice | string): void => {
    close();
    choose(choice);
  };
  const go = (step: number): void => {
    isOpen.value = true;
    active.value =
      found.length === 0
        ? -1
        : (active.value + step + found.length + (active.value < 0 && step < 0 ? 1 : 0)) % found.length;
    document.getElementById(`${list}-${active.value}`)?.scrollIntoView({ block: 'nearest' });
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') go(1);
    else if (event.key === 'ArrowUp') go(-1);
    else if (event.key === 'Enter') take((shown && found[active.value]) || value);
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
          ref={field}
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
            ? found.map((choice, k) => (
                <Option
                  key={choice.path}
                  id={`${list}-${k}`}
                  choice={choice}
                  source={source}
                  isActive={k === active.value}
                  take={() => take(choice)}
                />
              ))
            : null}
          {shown && total > found.length ? (
            <li class="sweep-more" role="presentation">
              {t('sweep.moreChoices', { count: total - found.length })}
            </li>
          ) : null}
        </ul>
      </span>
      <FieldFaults id={`${id}-wrong`} faults={faults} />
    </span>
  );
}

const NONE: readonly VaryChoice[] = [];

interface OptionOf {
  id: string;
  choice: VaryChoice;
  source: Parameters<typeof saysOf>[1];
  isActive: boolean;
  take(): void;
}

function Option({ id, choice, source, isActive, take }: OptionOf) {
  const { text, isForeign } = saysOf(choice, source);
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
      <code>{choice.path}</code>
      {choice.value === undefined ? null : <span class="sweep-now">{inWords(choice.value)}</span>}
      {text ? (
        <span class="sweep-choice-says" lang={isForeign ? 'en' : undefined}>
          {text}
        </span>
      ) : null}
    </li>
  );
}
