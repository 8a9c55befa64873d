import { mechanism } from '../../model/mechanism.ts';
import { workspace } from '../../world/scratch.ts';
import { SIGNED, signBuffer, writeStanding, writeTie } from '../../world/signed-ties.ts';
import { strains } from '../../world/triads.ts';
import { type Flow, FlowStart, flowOf, signsOfTies, tiesAt, timesOf } from './balance-flow/flow.ts';

/**
 * The continuous model of structural balance, dX/dt = X²: each pair’s tie responds to the ties of both with all third parties. Ties
 * are shown as shares of the largest, which grows without bound; the first tick shows the initial state.
 */
export const balanceFlow = mechanism({
  name: 'balance-flow',
  phase: 'trust',
  allExist: true,
  cites: ['Marvel et al. 2011', 'Kułakowski, Gawroński & Gronek 2005'],
  owns: SIGNED,
  params: FlowStart,
  step(world, { model, params }) {
    const m = params.actors;
    const n = world.shape.actors;
    const flow = remembered(params);
    const ties = tiesOf(m * m);
    const of = signsOf(m * m);
    const times = timesOf(flow, model.scenario.time.ticks);
    // A run longer than its scenario stays in the state at the scenario's end.
    tiesAt(flow, times[Math.min(world.tick, times.length - 1)] ?? 0, ties);
    const most = signsOfTies(ties, m, of);
    const { signs, strain } = signBuffer(n);
    for (let i = 0; i < n; i++) {
      signs[i * n + i] = 0;
      for (let j = 0; j < i; j++) {
        // Actors outside the matrix have no ties.
        const sign = i < m ? of[i * m + j]! : 0;
        signs[i * n + j] = sign;
        signs[j * n + i] = sign;
        writeTie(world, i, j, sign === 0 ? 0 : ties[i * m + j]! / most);
      }
    }
    strains(signs, n, strain);
    writeStanding(world, signs, strain);
  },
});

// The flow last computed. It depends on the parameters alone, and every tick needs it.
let known: { params: FlowStart; flow: Flow } | undefined;
const tiesOf = workspace((pairs) => new Float64Array(pairs));
const signsOf = workspace((pairs) => new Int8Array(pairs));

function remembered(params: FlowStart): Flow {
  if (known?.params !== params) known = { params, flow: flowOf(params) };
  return known.flow;
}
