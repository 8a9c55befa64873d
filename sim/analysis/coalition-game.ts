import { analysis } from './analysis.ts';
import { banzhafOf } from './banzhaf.ts';
import { core, coreVertices, VERTEX_PLAYERS } from './core.ts';
import { NUCLEOLUS_PLAYERS, nucleolus } from './nucleolus.ts';
import { shapleyOf } from './shapley.ts';
import { tableParams, worthOf } from './table.ts';

/** Ways to divide the worth of the grand coalition, if it forms. */
export const coalitionGame = analysis({
  name: 'coalition-game',
  cites: ['Shapley 1953', 'Banzhaf 1965', 'Gillies 1959', 'Bondareva 1963', 'Shapley 1967', 'Schmeidler 1969'],
  params: tableParams,
  keys: {
    shapley: 'Shapley value of each player: shares of what all together are worth',
    banzhaf: 'Banzhaf value of each player: what it adds on average to a coalition of the others',
    superadditive: 'whether no two coalitions without a common member lose by joining',
    coreEmpty: 'whether every division leaves some coalition that could do better by itself',
    needed: 'least sum of shares to which no coalition objects',
    corePoint: 'one division in the core; none where it is empty',
    coreVertices: `corners of the core; none where it is empty or the players are more than ${VERTEX_PLAYERS}`,
    nucleolus: `nucleolus of each player; none where the players alone are worth more than together, are more than ${NUCLEOLUS_PLAYERS}, or rounding stands in the way`,
  },
  of(_, { values, players }) {
    const worth = worthOf(values);
    const { needed, point } = core(players, worth);
    return {
      shapley: [...shapleyOf(players, worth)],
      banzhaf: [...banzhafOf(players, worth)],
      superadditive: superadditive(worth),
      coreEmpty: point.length === 0,
      needed,
      corePoint: point,
      coreVertices: players <= VERTEX_PLAYERS ? coreVertices(players, worth) : [],
      nucleolus: players <= NUCLEOLUS_PLAYERS ? nucleolus(players, worth) : [],
    };
  },
});

function superadditive(worth: Float64Array): boolean {
  for (let set = 1; set < worth.length; set++)
    for (let part = (set - 1) & set; part > 0; part = (part - 1) & set) {
      const apart = worth[part]! + worth[set ^ part]!;
      if (apart > worth[set]! + 1e-9 * Math.max(1, Math.abs(apart))) return false;
    }
  return true;
}
