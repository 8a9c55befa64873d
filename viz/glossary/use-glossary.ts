import { useEffect, useState } from 'preact/hooks';
import { type GlossaryEntry, glossaryIn } from '../i18n/glossary.ts';
import { language } from '../i18n/index.ts';

/** The glossary in the language on show, once it is `wanted`: undefined while it is on its way, null where it cannot be had. */
export function useGlossary(wanted: boolean): GlossaryEntry[] | null | undefined {
  const [found, find] = useState<GlossaryEntry[] | null>();
  const spoken = language.value;
  useEffect(() => {
    if (!wanted) return;
    let isAwaited = true;
    glossaryIn(spoken).then(
      (glossary) => isAwaited && find(glossary),
      () => isAwaited && find(null),
    );
    return () => {
      isAwaited = false;
    };
  }, [wanted, spoken]);
  return found;
}
