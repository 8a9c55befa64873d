import type { Experiment } from '../experiment.ts';
import { asymmetryExperiment } from './asymmetry.ts';
import { biasesExperiment } from './biases.ts';
import { cultureExperiment } from './culture.ts';
import { downturnExperiment } from './downturn.ts';
import { equilibriumExperiment } from './equilibrium.ts';
import { exploitationExperiment } from './exploitation.ts';
import { governanceExperiment } from './governance.ts';
import { misperceptionExperiment } from './misperception.ts';
import { reliabilityExperiment } from './reliability.ts';
import { sanctionsExperiment } from './sanctions.ts';
import { threatExperiment } from './threat.ts';
import { trustExperiment } from './trust.ts';

/** P1 to P12, in their order. */
export const EXPERIMENTS: readonly Experiment[] = [
  exploitationExperiment,
  equilibriumExperiment,
  sanctionsExperiment,
  threatExperiment,
  reliabilityExperiment,
  asymmetryExperiment,
  trustExperiment,
  downturnExperiment,
  governanceExperiment,
  misperceptionExperiment,
  cultureExperiment,
  biasesExperiment,
];
