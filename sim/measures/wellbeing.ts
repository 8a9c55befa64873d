import { existingIn } from '../world/existence.ts';
import type { Measure } from './measure.ts';

export const welfare: Measure = {
  name: 'welfare',
  describe: 'mean Cobb–Douglas welfare, each as a share of the own budget',
  cites: ['Olson & Zeckhauser 1966'],
  of(world) {
    const { welfare } = world.columns;
    let sum = 0;
    for (let i = 0; i < welfare.length; i++) sum += welfare[i]!;
    return sum / (existingIn(world) || 1);
  },
};

export const security: Measure = {
  name: 'security',
  describe: '1 minus the mean perceived threat',
  cites: ['Walt 1987'],
  of(world) {
    const { threat } = world.columns;
    let sum = 0;
    for (let i = 0; i < threat.length; i++) sum += threat[i]!;
    return 1 - sum / (existingIn(world) || 1);
  },
};
