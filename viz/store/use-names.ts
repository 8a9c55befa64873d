import { useEffect, useState } from 'preact/hooks';
import { language } from '../i18n/index.ts';
import { type NamedParts, type NamesById, namesOf } from '../i18n/names-of.ts';

/** Names of parts of a scenario in the language on show; undefined while they are on their way, none where they cannot be had. */
export function useNames(parts: NamedParts, scenario: string): NamesById | undefined {
  const [found, find] = useState<NamesById>();
  const spoken = language.value;
  useEffect(() => {
    let isAwaited = true;
    namesOf(parts, scenario, spoken).then(
      (names) => isAwaited && find(names),
      () => isAwaited && find({}),
    );
    return () => {
      isAwaited = false;
    };
  }, [parts, scenario, spoken]);
  return found;
}
