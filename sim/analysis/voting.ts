import { z } from 'zod';
import { analysis } from './analysis.ts';
import { power, tooMuch } from './power.ts';
import { ballotOf } from './weights.ts';

const params = z
  .strictObject({
    weights: z.array(z.number().min(0).max(1e12)).min(1).max(2_000).meta({ description: 'votes of each actor' }),
    quota: z.number().positive().max(1e15).meta({ description: 'votes from which on a coalition wins' }),
  })
  .superRefine(({ weights, quota }, { addIssue }) => {
    const message = tooMuch(ballotOf(weights, quota));
    if (message) addIssue({ code: 'custom', path: ['weights'], message });
  });

/** Power in a weighted voting game: which players turn a losing coalition into a winning one, and how often. */
export const voting = analysis({
  name: 'voting',
  cites: ['Shapley & Shubik 1954', 'Banzhaf 1965', 'Penrose 1946', 'Coleman 1971'],
  params,
  keys: {
    shapleyShubik: 'Shapley–Shubik index of each actor; they add up to 1 where anyone can win',
    banzhaf: 'normalised Banzhaf index of each actor; they add up to 1 where anyone can win',
    penrose: 'Penrose–Banzhaf measure of each actor: share of the coalitions of the others in which its vote decides',
    powerToAct: 'Coleman’s power of the body to act: share of all coalitions that win',
    veto: 'actors without whom nobody wins, numbered from 1 on',
    dummies: 'actors whose votes never decide, numbered from 1 on',
    coreEmpty: 'whether every division of the prize leaves some coalition that could take more',
    corePoint:
      'one division that none objects to: the prize among those with a veto in equal parts; none where the core is empty',
  },
  of(_, { weights, quota }) {
    const ballot = ballotOf(weights, quota);
    const { shapley, penrose, winning } = power(ballot);
    const total = ballot.weights.reduce((sum, weight) => sum + weight, 0);
    const swings = penrose.reduce((sum, x) => sum + x, 0);
    const won = total >= ballot.quota;
    const vetoes = ballot.weights.map((weight) => won && total - weight < ballot.quota);
    const holders = vetoes.filter(Boolean).length;
    return {
      shapleyShubik: [...shapley],
      banzhaf: Array.from(penrose, (x) => (swings > 0 ? x / swings : 0)),
      penrose: [...penrose],
      powerToAct: winning,
      veto: numbers(vetoes),
      dummies: numbers(Array.from(penrose, (x) => x === 0)),
      coreEmpty: won && holders === 0,
      corePoint: won && holders === 0 ? [] : vetoes.map((veto) => (veto ? 1 / holders : 0)),
    };
  },
});

/** Numbers, from 1, of the players marked true. */
const numbers = (marks: readonly boolean[]): number[] => marks.flatMap((mark, i) => (mark ? [i + 1] : []));
