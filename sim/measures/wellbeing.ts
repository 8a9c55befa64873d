import type { Measure } from './measure.ts';

export const welfare: Measure = {
  name: 'welfare',
  describe: 'mean Cobb–Douglas welfare, each as a share of the own budget',
  cites: ['Olson & Zeckhauser 1966'],
  of({ columns, shape: { actors } }) {
    let sum = 0;
    for (let i = 0; i < actors; i++) sum += columns.welfare[i]!;
    return sum / actors;
  },
};

export const security: Measure = {
  name: 'security',
  describe: '1 minus the mean perceived threat',
  cites: ['Walt 1987'],
  of({ columns: { threat }, shape: { actors } }) {
    let sum = 0;
    for (let i = 0; i < actors; i++) sum += threat[i]!;
    return 1 - sum / actors;
  },
};
