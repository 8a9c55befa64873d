import { describe, expect, it } from 'vitest';
import { declaredSeeds } from '../../scenarios/declared-seeds.ts';
import { scenarios } from '../../scenarios/index.ts';
import { check } from '../../sim/check/check.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { hasRecord, recordScores } from '../../sim/experiment/nearest-seed.ts';
import { runJobsHere } from '../../sim/experiment/run-job.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { firstSeeds, SEEDS_SOUGHT } from '../../sim/experiment/seeds.ts';
import { scenarioHash } from '../../sim/schema/canonical.ts';

// scenarios/seeds.json is made of the engine and of the scenarios: of others it is stale.
const STALE = 'scenarios/seeds.json is stale: run npm run seeds';

const checked = Object.entries(scenarios).map(([id, raw]) => [id, accepted(check(raw))] as const);
const recorded = checked.filter(([, scenario]) => hasRecord(scenario));

it('a seed is declared for each scenario that has a record, and for no other', () => {
  expect(Object.keys(declaredSeeds), STALE).toEqual(recorded.map(([id]) => id));
  expect(recorded.length).toBeGreaterThan(2);
});

describe.each(recorded)('the seed of %s', (id, scenario) => {
  const declared = declaredSeeds[id]!;

  it('was found with this engine and this scenario', () => {
    expect(declared.engine, STALE).toBe(ENGINE);
    expect(declared.scenarioHash, STALE).toBe(scenarioHash(scenario));
    expect(firstSeeds(SEEDS_SOUGHT)).toContain(declared.seed);
  });

  it('has the score that is declared, and none of the first seeds has a better one', async () => {
    const [score, ...others] = await recordScores(runJobsHere(), scenario, [declared.seed, ...firstSeeds(20)]);
    const { score: total, pairYears, facts } = declared;
    expect(score, STALE).toEqual({ score: total, pairYears, facts });
    expect(Math.min(...others.map((other) => other.score)), STALE).toBeGreaterThanOrEqual(total);
  });
});
