import { isKey, t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';

/** camelCase and kebab-case as words: for names that have no text, such as those of an analysis or of a newer engine. */
export const spelled = (name: string): string =>
  name
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())
    .replace(/^./, (letter) => letter.toUpperCase());

const textOr = (key: string, otherwise: () => string): string => (isKey(key) ? t(key) : otherwise());

/** A figure of the world, of a run or of its actors, called by what it counts. */
export const metricName = (name: string): string => textOr(`figure.${name}`, () => scenarioText(spelled(name)));

/** The same as short as a heading or the margin of a curve has room for. */
export const labelOf = (name: string): string => textOr(`figure.brief.${name}`, () => metricName(name));
