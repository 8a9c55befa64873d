import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Fault } from '../../sim/schema/fault.ts';
import { language, t } from '../i18n/index.ts';
import { ComboField, type ComboOption } from './combo-field.tsx';
import { searchPaths } from './path-search.ts';

/** A name that is offered: of a metric, or a key of an analysis. */
export interface NameChoice {
  name: string;
  /** In the language of the scenario. */
  says: string;
}

/** What the page calls a name. */
type Called = (name: string) => string;

interface OffersOf {
  choices: readonly NameChoice[];
  text: string;
  called: Called;
  /** Those that are chosen already. */
  without?: readonly string[];
}

/** The names that have every word of what is typed in them, in what they are called, or in what is said of them. */
function useOffers({ choices, text, called, without = [] }: OffersOf): {
  offers: readonly ComboOption[];
  more: number;
} {
  const searched = useMemo(() => choices.map(({ name, says }) => ({ path: name, of: '', says })), [choices]);
  return useMemo(() => {
    const { found, total } = searchPaths(searched, text, ({ path }) => called(path));
    const left = found.filter(({ path }) => !without.includes(path));
    return {
      offers: left.map(({ path }) => ({ name: path, says: called(path) === path ? '' : called(path) })),
      more: total - found.length,
    };
  }, [searched, text, called, without, language.value]);
}

interface NameFieldOf {
  id: string;
  label: string;
  value: string;
  choices: readonly NameChoice[];
  called: Called;
  faults: readonly Fault[];
  write(value: string): void;
}

/** One name, with completion. */
export function NameField({ id, label, value, choices, called, faults, write }: NameFieldOf) {
  const { offers, more } = useOffers({ choices, text: value, called });
  return (
    <ComboField
      id={id}
      label={label}
      value={value}
      faults={faults}
      offers={offers}
      more={more}
      write={write}
      choose={write}
    />
  );
}

interface NamesFieldOf {
  id: string;
  /** What is added here. */
  label: string;
  placeholder?: string;
  names: readonly string[];
  choices: readonly NameChoice[];
  called: Called;
  faults: readonly Fault[];
  write(names: readonly string[]): void;
}

/** A list of names to which others are added, with completion. */
export function NamesField({ id, label, placeholder, names, choices, called, faults, write }: NamesFieldOf) {
  const typed = useSignal('');
  const { offers, more } = useOffers({ choices, text: typed.value, called, without: names });
  return (
    <>
      <ComboField
        id={id}
        label={label}
        value={typed.value}
        placeholder={placeholder}
        faults={faults}
        offers={offers}
        more={more}
        write={(text) => {
          typed.value = text;
        }}
        choose={(chosen) => {
          const name = chosen.trim();
          typed.value = '';
          if (name !== '' && !names.includes(name)) write([...names, name]);
        }}
      />
      <Names id={id} names={names} called={called} remove={(name) => write(names.filter((one) => one !== name))} />
    </>
  );
}

/** So many names stand beside each other; more are behind a line that counts them. */
const MOST_IN_SIGHT = 8;

interface NamesOf {
  id: string;
  names: readonly string[];
  called: Called;
  remove(name: string): void;
}

function Names({ id, names, called, remove }: NamesOf) {
  if (names.length === 0) return null;
  const list = (
    <ul class="sweep-names" id={`${id}-names`}>
      {names.map((name) => (
        <li key={name}>
          <button
            type="button"
            class="plain sweep-name"
            data-name={name}
            aria-label={t('sweep.remove', { name: called(name) })}
            title={called(name) === name ? undefined : name}
            onClick={() => remove(name)}
          >
            {called(name)} <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
    </ul>
  );
  if (names.length <= MOST_IN_SIGHT) return list;
  return (
    <details class="sweep-metrics">
      <summary>{t('sweep.namesChosen', { count: names.length })}</summary>
      {list}
    </details>
  );
}
