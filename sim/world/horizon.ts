import { clamp } from '../exact/exact-math.ts';
import type { World } from './state.ts';

/**
 * Weight that an actor gives to the future: its discount factor, changed by up to a quarter by its culture’s time orientation
 * (Hofstede 2001).
 */
export const horizonOf = ({ columns: { horizon, culture } }: World, i: number): number =>
  clamp(horizon[i]! * (0.75 + 0.5 * culture[i * 5 + 4]!), 0, 1);
