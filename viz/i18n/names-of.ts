import type { Language } from './languages.ts';

/** Names that a bundled scenario does not give its parts itself, by scenario and by the id of the part. */
export type NamesById = Readonly<Record<string, string>>;
type NamesByScenario = Readonly<Record<string, NamesById>>;
/** Shocks as they are called inside a sentence, "the dismissal of Bismarck"; facts of the record, "Triple Alliance signed". */
export type NamedParts = 'shocks' | 'facts';

// Wanted only where somebody asks what a run would have been without a shock, or how likely a fact was.
const NAMES: Record<NamedParts, Record<Language, () => Promise<{ default: NamesByScenario }>>> = {
  shocks: { en: () => import('./en/shock-nouns.json'), es: () => import('./es/shock-nouns.json') },
  facts: { en: () => import('./en/fact-names.json'), es: () => import('./es/fact-names.json') },
};

/** Those of one scenario; none for one that is not bundled. */
export async function namesOf(parts: NamedParts, scenario: string, language: Language): Promise<NamesById> {
  const all = (await NAMES[parts][language]()).default;
  return Object.hasOwn(all, scenario) ? all[scenario]! : {};
}
