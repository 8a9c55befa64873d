import type { Analysis } from './analysis.ts';
import { balanceFlow } from './balance-flow.ts';
import { structuralBalance } from './structural-balance.ts';
import { triadDynamics } from './triad-dynamics.ts';

/** Every analysis a scenario may ask for; adding one is one file and one line here. */
export const ANALYSES: readonly Analysis[] = [structuralBalance, triadDynamics, balanceFlow];
import { laboratoryReport } from './laboratory.ts';
import { repeatedReport } from './repeated.ts';

/** Every analysis a scenario may ask for; adding one is one file and one line here. */
export const ANALYSES: readonly Analysis[] = [laboratoryReport, repeatedReport];

/** @returns the analysis of that name; undefined where there is none. */
export const findAnalysis = (name: string): Analysis | undefined => ANALYSES.find((rule) => rule.name === name);
