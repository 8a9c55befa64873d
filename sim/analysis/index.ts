import { agreementBarrett } from './agreement-barrett.ts';
import { agreementCartel } from './agreement-cartel.ts';
import { agreementLinear } from './agreement-linear.ts';
import type { Analysis } from './analysis.ts';
import { exploitation } from './exploitation.ts';
import { publicGood } from './public-good.ts';

/** Every analysis a scenario may ask for; adding one is one file and one line here. */
export const ANALYSES: readonly Analysis[] = [
  exploitation,
  publicGood,
  agreementLinear,
  agreementBarrett,
  agreementCartel,
];

/** @returns the analysis of that name; undefined where there is none. */
export const findAnalysis = (name: string): Analysis | undefined => ANALYSES.find((rule) => rule.name === name);
