import { expect, it } from 'vitest';
import { decisionRows } from '../../classroom/server/decision-rows.ts';
import { scenarios } from '../../scenarios/index.ts';
import { check, checkPlaced } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { play } from '../../sim/history/record.ts';
import type { Choice } from '../../sim/schema/intervention.ts';

const scenario = accepted(check(scenarios['europe-1879-1914']));
const model = load(scenario);
const rowsOf = (...choices: Choice[]) => {
  const placed = choices.map((choice) => ({ kind: 'decide', tick: 3, actor: 'ITA', choice }));
  const history = play(model, '1', accepted(checkPlaced(placed, scenario)), { ticks: 6 });
  return decisionRows(history, [{ from: 0 }]);
};

it('a text that is signed is told with its clauses and quotas, those as shares of the budgets too', () => {
  const parties = ['ITA', 'FRA'];
  const [plain] = rowsOf({ act: 'sign', parties, clauses: { obligations: ['defence'] } });
  expect(plain).toMatchObject({
    about: 'ITA FRA',
    terms: { alliance: null, obligations: ['defence'], clauses: {}, quotas: {}, shares: {} },
  });
  const [other] = rowsOf({ act: 'sign', parties, clauses: { obligations: ['neutrality'] }, quotas: { ITA: 0.0001 } });
  expect(other!.terms).toMatchObject({
    obligations: ['neutrality'],
    clauses: { obligations: ['neutrality'] },
    quotas: { ITA: 0.0001 },
  });
  // Italy’s budget of a quarter, as a share of the world’s power.
  expect(0.0001 / other!.terms!.shares['ITA']!).toBeGreaterThan(0.0005);
  expect(0.0001 / other!.terms!.shares['ITA']!).toBeLessThan(0.005);
});

it('votes on different matters are about different things', () => {
  const alliance = scenario.treaties[0]!.id;
  const vote = (subject: string): Choice => ({ act: 'vote', alliance, support: true, matter: 'accession', subject });
  expect(rowsOf(vote('FRA'), vote('RUS')).map(({ about }) => about)).toEqual([
    `${alliance} accession FRA`,
    `${alliance} accession RUS`,
  ]);
});
