import type { Analysis } from './analysis.ts';
import { tribute } from './tribute.ts';

/** Every analysis a scenario may ask for; adding one is one file and one line here. */
export const ANALYSES: readonly Analysis[] = [tribute];

/** @returns the analysis of that name; undefined where there is none. */
export const findAnalysis = (name: string): Analysis | undefined => ANALYSES.find((rule) => rule.name === name);
