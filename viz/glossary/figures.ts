import type { GlossaryTerm } from '../i18n/glossary.ts';

/** Names of figures, as the engine has them, that the glossary explains. */
const EXPLAINED: Readonly<Record<string, GlossaryTerm>> = {
  cohesion: 'cohesion',
  polarisation: 'polarisation',
  frustration: 'balance',
  concentration: 'concentration',
  freeRiding: 'free-riding-index',
  burdenGini: 'gini',
  exploitation: 'exploitation',
  effortRate: 'effort',
  threat: 'threat',
  trust: 'trust',
  standing: 'standing',
  medianDuration: 'median-duration',
  welfare: 'welfare',
  security: 'security',
  misperception: 'misperception',
};

export const termOfFigure = (figure: string): GlossaryTerm | undefined =>
  Object.hasOwn(EXPLAINED, figure) ? EXPLAINED[figure] : undefined;
