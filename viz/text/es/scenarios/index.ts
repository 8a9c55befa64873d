import histories from './histories.json';

/** Texts of the bundled scenarios in Spanish, by the English that stands in their files. */
export const spoken: Readonly<Record<string, string>> = { ...histories };
