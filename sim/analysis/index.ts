import type { Analysis } from './analysis.ts';
import { landscape } from './landscape.ts';

/** Every analysis a scenario may ask for; adding one is one file and one line here. */
export const ANALYSES: readonly Analysis[] = [landscape];

/** @returns the analysis of that name; undefined where there is none. */
export const findAnalysis = (name: string): Analysis | undefined => ANALYSES.find((rule) => rule.name === name);
