import type { Measure } from './measure.ts';

export const misperception: Measure = {
  name: 'misperception',
  describe:
    'misperceived breaches: share of the observations of partners that paid in full in which they were taken for defaulters; 0 if none paid in full',
  cites: ['Jervis 1976'],
  of: ({ columns: { misperceived } }) => misperceived[0]!,
};
