import type { Experiment } from '../experiment.ts';
import { actorIds, actors, draws, laboratoryScenario, treaty } from '../laboratory.ts';
import { paired, shareDifference } from '../statistics.ts';

/** An old league whose purpose is gone and whose members have grown apart. */
function failing(sunkCost: number) {
  return (draw: number) => {
    const random = draws(draw);
    const all = actors(6, () => ({
      position: { order: 2 * random() - 1 },
      biases: { sunkCost },
    }));
    return laboratoryScenario('failing', {
      years: 40,
      actors: all,
      dyadDefaults: { hostility: 0.15 },
      treaties: [treaty('league', actorIds(all), { age: 15, targetRate: 0.15, term: 10 })],
    });
  };
}

/** An overconfident power among eleven others of about its strength, who dislike it and like each other. */
function proud(overconfidence: number) {
  return (draw: number) => {
    const random = draws(draw);
    const all = actors(12, (k) => ({
      resources: { power: k === 0 ? 100 : 70 + 60 * random() },
      biases: { overconfidence: k === 0 ? overconfidence : 0 },
    }));
    const others = actorIds(all).slice(1);
    return laboratoryScenario('proud', {
      years: 60,
      actors: all,
      dyads: others.map((to) => ({ from: 'A1', to, hostility: 1, proximity: 1 })),
    });
  };
}

const [STAY, ATTACKS, FOUGHT, WON] = ['stay:league', 'by:attacked:A1', 'by:fought:A1', 'won:A1'];

export const biasesExperiment: Experiment = {
  id: 'P12',
  title: 'Sunk cost prolongs failing alliances; overconfidence starts wars that end badly',
  source: 'Arkes & Blumer 1985; Johnson 2004',
  done: 'A league of fifteen years whose members have drifted apart and face no threat is watched for forty years, with and without sunk-cost bias. In another world a hostile power sees itself as it is, or as twice as strong.',
  conditions: [
    { name: 'plain', scenario: failing(0) },
    { name: 'sunk cost', scenario: failing(1) },
    { name: 'sober', scenario: proud(0) },
    { name: 'proud', scenario: proud(1) },
  ],
  reporters: [STAY!, ATTACKS!, FOUGHT!, WON!],
  compare(of) {
    const wars = (condition: string) => [of(condition, WON!), of(condition, FOUGHT!)] as const;
    const lost = (condition: string): Float64Array =>
      of(condition, FOUGHT!).map((fought, k) => fought - of(condition, WON!)[k]!);
    return [
      {
        what: 'years that members stay, with sunk-cost bias less without',
        ...paired(of('sunk cost', STAY!), of('plain', STAY!)),
        expected: 'up',
      },
      {
        what: 'attacks a run, overconfident less sober',
        ...paired(of('proud', ATTACKS!), of('sober', ATTACKS!)),
        expected: 'up',
      },
      { what: 'wars begun and lost a run, likewise', ...paired(lost('proud'), lost('sober')), expected: 'up' },
      { what: 'share of its wars won, likewise', ...shareDifference(wars('proud'), wars('sober')), expected: 'down' },
    ];
  },
};
