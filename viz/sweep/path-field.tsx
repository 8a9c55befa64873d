import { useMemo } from 'preact/hooks';
import type { VaryChoice } from '../../sim/experiment/sweep/choices.ts';
import type { Fault } from '../../sim/schema/fault.ts';
import { language } from '../i18n/index.ts';
import { inWords } from '../run-view/words.ts';
import { ComboField, type ComboOption } from './combo-field.tsx';
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

const NONE: readonly VaryChoice[] = [];

/** A path of the scenario, with a list of those that fit what is typed. */
export function PathField({ id, plan, label, value, placeholder, faults, write, choose }: PathFieldOf) {
  const source = plan.source.value!;
  const choices = plan.choices.value?.vary ?? NONE;
  const { found, offers, more } = useMemo(() => {
    const { found, total } = searchPaths(choices, value, ({ path }) => varyWords(path, source));
    const offers = found.map((choice): ComboOption => {
      const { text, isForeign } = saysOf(choice, source);
      const now = choice.value === undefined ? undefined : inWords(choice.value);
      return { name: choice.path, now, says: text, isForeign };
    });
    return { found, offers, more: total - found.length };
  }, [choices, value, source, language.value]);
  return (
    <ComboField
      id={id}
      label={label}
      value={value}
      placeholder={placeholder}
      faults={faults}
      offers={offers}
      more={more}
      write={write}
      choose={(name, isOfList) => choose((isOfList && found.find(({ path }) => path === name)) || name)}
    />
  );
}
