import type { Term } from '../i18n/glossary.ts';

/** Names of figures, as the engine has them, that the glossary explains. */
const EXPLAINED: Readonly<Record<string, Term>> = {
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
};

export const termOf = (figure: string): Term | undefined =>
  Object.hasOwn(EXPLAINED, figure) ? EXPLAINED[figure] : undefined;
