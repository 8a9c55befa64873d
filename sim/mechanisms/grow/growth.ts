import { z } from 'zod';
import { mechanism } from '../../model/mechanism.ts';
import { MOST } from '../../schema/common.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import { existingIn } from '../../world/existence.ts';
import type { World } from '../../world/state.ts';
import { measureStrength } from '../../world/strength.ts';
import { carryGrowth } from '../../world/temporary-changes.ts';
import { applyLearning } from './technology/learning.ts';

const params = z.strictObject({
  reinvestment: z
    .number()
    .min(0)
    .max(1)
    .default(0.05)
    .meta({ description: 'growth per year if none of the budget is spent' }),
  dividend: z
    .number()
    .min(0)
    .max(1)
    .default(0.2)
    .meta({ description: 'share of an economic pool’s benefits that is added to resources' }),
  learning: z
    .number()
    .min(0)
    .max(10)
    .default(0.15)
    .meta({ description: 'growth per year that a knowledge pool of all its members’ budgets would give each of them' }),
});

/**
 * Stocks grow by the rate of their kind and by what was not spent: effort crowds out growth. A stock with a recorded history
 * follows the recorded ratio instead. Effort and learning then only shift it relative to the other actors, since the record already
 * contains their mean.
 */
export const growth = mechanism({
  name: 'growth',
  phase: 'grow',
  cites: ['Solow 1956', 'Benoit 1978', 'Romer 1990', 'Jones & Williams 1998'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, { model, params: { reinvestment, dividend, learning }, scratch: { a: share, b: learned } }) {
    const { actors: n, resources: m } = world.shape;
    const { resources, budget, spent } = world.columns;
    const { ticksPerYear } = model.scenario.time;
    const a = reinvestment / ticksPerYear;
    const known = applyLearning(world, learning / ticksPerYear, learned);
    const present = existingIn(world) || 1;
    let mean = 0;
    for (let i = 0; i < n; i++) {
      share[i] = budget[i]! > 0 ? spent[i]! / budget[i]! : 0;
      mean += share[i]! / present;
    }
    const shocked = world.shocked.some(({ column }) => column === 'resources');
    const factors = model.capabilities.get(world.tick);
    const { absent } = world.derived;
    for (let i = 0; i < n; i++) {
      if (absent[i] === 1) continue;
      for (let k = 0; k < m; k++) {
        const slot = i * m + k;
        const free = model.recorded[k] ? mean - share[i]! : 1 - share[i]!;
        const ahead = model.recorded[k] ? learned[i]! - known : learned[i]!;
        const recorded = factors ? factors[slot]! : 1;
        // Below 0 it is minus the stock itself instead of a ratio, for a record and a stock that both rise from 0.
        if (recorded < 0) {
          resources[slot] = resources[slot] === 0 ? -recorded : resources[slot]!;
          continue;
        }
        const before = resources[slot]!;
        const factor = (model.recorded[k] ? recorded : model.growth[k]!) * (1 + a * free + ahead);
        resources[slot] = before * factor;
        if (shocked) carryGrowth(world, slot, before, factor);
      }
    }
    for (const alliance of world.alliances)
      if (alliance.rival && alliance.clauses.purpose === 'economic')
        for (const { actor, benefit } of alliance.members) enrich(world, actor, dividend * benefit);
    for (let slot = 0; slot < n * m; slot++) if (resources[slot]! > MOST) resources[slot] = MOST;
    measureStrength(world, model);
  },
});

/** Adds an amount to an actor's stocks, to each in proportion. */
function enrich(world: World, actor: number, amount: number): void {
  const m = world.shape.resources;
  const { resources } = world.columns;
  let stock = 0;
  for (let r = actor * m; r < (actor + 1) * m; r++) stock += resources[r]!;
  if (stock <= 0) return;
  const factor = 1 + Math.min(MOST, amount / stock);
  for (let r = actor * m; r < (actor + 1) * m; r++) resources[r]! *= factor;
}
