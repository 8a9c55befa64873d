import { FlowStart, factionsOf, flowOf, signsOfTies, tiesAt, timesOf } from '../mechanisms/trust/balance-flow/flow.ts';
import { strains } from '../world/triads.ts';
import { analysis } from './analysis.ts';

/** When the continuous model of structural balance diverges, into which factions, and its path until then. */
export const balanceFlowAnalysis = analysis({
  name: 'balance-flow',
  cites: ['Marvel et al. 2011', 'Kułakowski, Gawroński & Gronek 2005'],
  params: FlowStart,
  keys: {
    eigenvalues: 'of the matrix of ties at the start, falling; the first is λ₁',
    leadingVector: 'v₁, an entry an actor; empty where several eigenvalues share the first place',
    blowsUp: '1 if ties become infinite at some time, else 0',
    blowUpTime: 't* = 1/λ₁; absent where no tie ever becomes infinite',
    factions: 'of each actor by the sign of its entry in v₁: 1, 2, or 0 for neither; empty without a blow-up or a v₁',
    factionSizes: 'members of factions 1 and 2; empty without factions',
    times: 't after each tick, from the first on, which is the start',
    largest: 'size of the largest tie at each of these times',
    agreement:
      'share of pairs whose sign is already that of the factions, at each of these times; empty without factions',
    unbalancedShare: 'share of triads that are unbalanced, at each of these times',
    finalTies: 'ties at the last of these times, right of the diagonal, row by row',
  },
  of({ model }, start) {
    const flow = flowOf(start);
    const { n, values, vectors, blowUp, unique } = flow;
    const factions = factionsOf(flow);
    const times = timesOf(flow, model.scenario.time.ticks);
    const ties = new Float64Array(n * n);
    const path = times.map((t) => {
      tiesAt(flow, t, ties);
      return momentOf(ties, n, factions);
    });
    const sizes = [1, 2].map((side) => factions.filter((one) => one === side).length);
    return {
      eigenvalues: Array.from(values),
      leadingVector: unique ? Array.from(vectors.subarray(0, n)) : [],
      blowsUp: blowUp === undefined ? 0 : 1,
      ...(blowUp !== undefined && { blowUpTime: blowUp }),
      factions,
      factionSizes: factions.length > 0 ? sizes : [],
      times,
      largest: path.map(({ largest }) => largest),
      agreement: factions.length > 0 ? path.map(({ agreement }) => agreement) : [],
      unbalancedShare: path.map(({ unbalancedShare }) => unbalancedShare),
      finalTies: upperOf(ties, n),
    };
  },
});

function momentOf(ties: Float64Array, n: number, factions: readonly number[]) {
  const signs = new Int8Array(n * n);
  const largest = signsOfTies(ties, n, signs);
  const { triads, unbalanced } = strains(signs, n, new Int32Array(n * n));
  let agreeing = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [factions[i] ?? 0, factions[j] ?? 0];
      if (signs[i * n + j] === (a * b === 0 ? 0 : a === b ? 1 : -1)) agreeing++;
    }
  }
  return {
    largest,
    agreement: agreeing / ((n * (n - 1)) / 2),
    unbalancedShare: triads > 0 ? unbalanced / triads : 0,
  };
}

const upperOf = (ties: Float64Array, n: number): number[] =>
  Array.from({ length: n }, (_, i) => Array.from(ties.subarray(i * n + i + 1, (i + 1) * n))).flat();
