import { agreementBarrett } from './agreement-barrett.ts';
import { agreementCartel } from './agreement-cartel.ts';
import { agreementLinear } from './agreement-linear.ts';
import { airport } from './airport.ts';
import type { Analysis } from './analysis.ts';
import { balanceFlowAnalysis } from './balance-flow.ts';
import { bankruptcy } from './bankruptcy.ts';
import { bestStructure } from './best-structure.ts';
import { coalitionGame } from './coalition-game.ts';
import { coalitionSizes } from './coalition-sizes.ts';
import { coalitionStructure } from './coalition-structure.ts';
import { exploitationAnalysis } from './exploitation.ts';
import { gamson } from './gamson.ts';
import { glove } from './glove.ts';
import { laboratoryReport } from './laboratory.ts';
import { landscapeAnalysis } from './landscape.ts';
import { publicGoodAnalysis } from './public-good.ts';
import { repeatedReport } from './repeated.ts';
import { structuralBalance } from './structural-balance.ts';
import { triadDynamics } from './triad-dynamics.ts';
import { tributeAnalysis } from './tribute.ts';
import { voting } from './voting.ts';

/** Every analysis a scenario may ask for; adding one is one file and one line here. */
export const ANALYSES: readonly Analysis[] = [
  exploitationAnalysis,
  publicGoodAnalysis,
  landscapeAnalysis,
  tributeAnalysis,
  agreementLinear,
  agreementBarrett,
  agreementCartel,
  structuralBalance,
  triadDynamics,
  balanceFlowAnalysis,
  voting,
  glove,
  airport,
  bankruptcy,
  gamson,
  coalitionGame,
  coalitionStructure,
  coalitionSizes,
  bestStructure,
  laboratoryReport,
  repeatedReport,
];

/** @returns the analysis of that name, or undefined. */
export const findAnalysis = (name: string): Analysis | undefined => ANALYSES.find((rule) => rule.name === name);
