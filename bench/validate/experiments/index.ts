import type { Experiment } from '../experiment.ts';
import { asymmetry } from './asymmetry.ts';
import { biases } from './biases.ts';
import { culture } from './culture.ts';
import { downturn } from './downturn.ts';
import { equilibrium } from './equilibrium.ts';
import { exploitation } from './exploitation.ts';
import { governance } from './governance.ts';
import { misperception } from './misperception.ts';
import { reliability } from './reliability.ts';
import { sanctions } from './sanctions.ts';
import { threat } from './threat.ts';
import { trust } from './trust.ts';

/** P1 to P12, in their order. */
export const EXPERIMENTS: readonly Experiment[] = [
  exploitation,
  equilibrium,
  sanctions,
  threat,
  reliability,
  asymmetry,
  trust,
  downturn,
  governance,
  misperception,
  culture,
  biases,
];
