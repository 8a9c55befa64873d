import { measure } from '../measures/index.ts';
import type { Mechanism, PhaseCatalogue } from '../model/mechanism.ts';
import type { ChosenMechanism } from '../model/model.ts';
import { PHASES, type Phase, type Scenario } from '../schema/scenario.ts';
import { contribute } from './contribute/index.ts';
import { crisis } from './crisis/index.ts';
import { govern } from './govern/index.ts';
import { grow } from './grow/index.ts';
import { perceive } from './perceive/index.ts';
import { produce } from './produce/index.ts';
import { realign } from './realign/index.ts';
import { shock } from './shock/index.ts';
import { trust } from './trust/index.ts';

export const PHASE_CATALOGUES: Record<Phase, PhaseCatalogue> = {
  shock,
  perceive,
  contribute,
  produce,
  crisis,
  trust,
  govern,
  realign,
  grow,
  measure,
};

/**
 * @param foreign mechanisms of a library's user.
 * @returns the mechanism of that name in that phase, or undefined.
 */
export function findMechanism(phase: Phase, name: string, foreign: readonly Mechanism[] = []): Mechanism | undefined {
  const { standard, others } = PHASE_CATALOGUES[phase];
  return (
    [...standard, ...others].find((rule) => rule.name === name) ??
    foreign.find((rule) => rule.phase === phase && rule.name === name)
  );
}

/** The mechanisms that a scenario runs, in order, each with its parameters and their defaults. */
export function chosenMechanisms(
  chosen: Scenario['mechanisms'],
  foreign: readonly Mechanism[] = [],
): Pick<ChosenMechanism, 'mechanism' | 'params'>[] {
  return PHASES.flatMap((phase) => {
    const named = chosen[phase];
    if (!named)
      return PHASE_CATALOGUES[phase].standard.map((rule) => ({ mechanism: rule, params: rule.params.parse({}) }));
    return named.map(({ name, parameters }) => {
      const rule = findMechanism(phase, name, foreign);
      if (!rule) throw new Error(`unknown mechanism "${name}" in phase ${phase}`);
      return { mechanism: rule, params: rule.params.parse(parameters) };
    });
  });
}
