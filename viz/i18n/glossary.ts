import type { Language } from './languages.ts';
import type { GLOSSARY } from './terms.ts';

type Groups = typeof GLOSSARY;
export type GlossaryGroup = keyof Groups;
/** A term's id: a word of the field, in kebab-case. */
export type GlossaryTerm = { [G in GlossaryGroup]: keyof Groups[G] }[GlossaryGroup];
/** What a language says of each term. */
export type GlossaryTexts = Readonly<Record<GlossaryTerm, { name: string; says: string }>>;

export interface GlossaryEntry {
  id: GlossaryTerm;
  group: GlossaryGroup;
  /** Author and year, '' where the idea has none. */
  source: string;
  name: string;
  says: string;
}

// As large as all other texts together, and read by the curious: it comes when the first of them asks.
const TEXTS: Record<Language, () => Promise<{ default: GlossaryTexts }>> = {
  en: () => import('./en/glossary.json'),
  es: () => import('./es/glossary.json'),
};

export const glossaryTextsIn = async (language: Language): Promise<GlossaryTexts> => (await TEXTS[language]()).default;

/** Every term in a language, in the order they are read. */
export async function glossaryIn(language: Language): Promise<GlossaryEntry[]> {
  const [texts, { GLOSSARY }] = await Promise.all([glossaryTextsIn(language), import('./terms.ts')]);
  return Object.entries(GLOSSARY).flatMap(([group, terms]) =>
    Object.entries<string>(terms).map(([key, source]) => {
      const id = key as GlossaryTerm;
      return { id, group: group as GlossaryGroup, source, ...texts[id] };
    }),
  );
}
