import { expect, it } from 'vitest';
import { roomEngine } from '../../classroom/server/room-engine.ts';
import { roomScenario } from '../../classroom/server/room-scenario.ts';
import { scenarios } from '../../scenarios/index.ts';

const SEED = 'budgets';
const played = ['delian-league', 'europe-1879-1914', 'nato'] as const;

it.each(played)('counts budgets and prices of %s in one unit', async (id) => {
  const { model, plan, rules } = await roomScenario(scenarios[id], SEED, async (scenario) => scenario);
  const { seats } = await roomEngine(model, SEED).report(plan.seats, rules.acts, 0);
  for (const { facts, options } of seats.values()) {
    const price = options.find(({ choice }) => choice.act === 'contribute')!.price!;
    expect(facts.find(({ label }) => label === 'budget')).toMatchObject({ unit: price.unit });
    expect(facts.find(({ label, unit }) => label === 'effort' && unit === price.unit)!.value).toBeCloseTo(
      price.pays.before,
      12,
    );
  }
});
