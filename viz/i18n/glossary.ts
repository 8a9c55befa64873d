import type { Language } from './languages.ts';
import { GLOSSARY } from './terms.ts';

type Groups = typeof GLOSSARY;
export type GlossaryGroup = keyof Groups;
/** A term's id: a word of the field, in kebab-case. */
export type GlossaryTerm = { [G in GlossaryGroup]: keyof Groups[G] }[GlossaryGroup];
export type Glossary = Readonly<Record<GlossaryTerm, { name: string; says: string }>>;

// As large as all other texts together, and read by the curious: it comes when the first of them asks.
const GLOSSARIES: Record<Language, () => Promise<Glossary>> = {
  en: async () => (await import('./en/glossary.json')).default,
  es: async () => (await import('./es/glossary.json')).default,
};

export const glossaryIn = (language: Language): Promise<Glossary> => GLOSSARIES[language]();

/** Every term with its source, '' where the idea has none, in the order they are read. */
export const GLOSSARY_TERMS = Object.entries(GLOSSARY).flatMap(([group, terms]) =>
  Object.entries(terms).map(([id, source]) => ({
    id: id as GlossaryTerm,
    group: group as GlossaryGroup,
    source: source as string,
  })),
);
