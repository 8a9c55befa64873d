import type { Measure } from './measure.ts';

export const misperception: Measure = {
  name: 'misperception',
  describe:
    'misperceived breaches: share of the sights of partners that paid in full which took them for defaulters; 0 where none paid in full',
  cites: ['Jervis 1976'],
  of: ({ columns: { misperceived } }) => misperceived[0]!,
};
