// Designs and statistics of a sweep, each as the digest of its numbers to the last bit.
import { designDraws } from '../../../sim/exact/design-draws.ts';
import { digestText } from '../../../sim/exact/hash.ts';
import { latinHypercube } from '../../../sim/experiment/designs/latin-hypercube.ts';
import { morrisDesign } from '../../../sim/experiment/designs/morris.ts';
import { quantileOf } from '../../../sim/experiment/designs/quantiles.ts';
import { randomDesign } from '../../../sim/experiment/designs/random-design.ts';
import { saltelliDesign } from '../../../sim/experiment/designs/saltelli.ts';
import { sobolPoints } from '../../../sim/experiment/designs/sobol-sequence.ts';
import { meanInterval } from '../../../sim/experiment/sensitivity/intervals.ts';
import { morrisEffects } from '../../../sim/experiment/sensitivity/morris-effects.ts';
import { replicatesEnough } from '../../../sim/experiment/sensitivity/replicates-enough.ts';
import { sobolIndices } from '../../../sim/experiment/sensitivity/sobol-indices.ts';

const [normal, loguniform, triangular] = [
  quantileOf({ kind: 'normal', mean: 1, sd: 3, from: -9 }),
  quantileOf({ kind: 'loguniform', from: 0.001, to: 99 }),
  quantileOf({ kind: 'triangular', from: 0, mode: 1, to: 7 }),
];

/** An output of three inputs at each point: all quantile functions take part. */
const outputsOf = (points: Float64Array): Float64Array =>
  Float64Array.from(
    { length: points.length / 3 },
    (_, k) => normal!(points[3 * k]!) * loguniform!(points[3 * k + 1]!) + triangular!(points[3 * k + 2]!),
  );

export function designDigests(): Record<string, string> {
  const inputs = ['a', 'b', 'c'];
  const lhs = latinHypercube(500, 3, designDraws('1', 'lhs'));
  const outputs = outputsOf(lhs);
  const morris = morrisDesign(50, 3, 6, designDraws('1', 'morris'));
  // A normal input without an upper bound is infinite at 1.
  const effects = morrisEffects(outputsOf(morris.points.map((u) => Math.min(u, 0.9))), morris, inputs);
  const saltelli = outputsOf(saltelliDesign(256, 3, 9));
  const numbers = {
    random: [...randomDesign(500, 3, designDraws('1', 'random'))],
    lhs: [...lhs],
    sobol: [...sobolPoints(512, 200, 7)],
    outputs: [...outputs],
    morris: [...morris.points],
    effects,
    indices: sobolIndices(saltelli, inputs, designDraws('1', 'bootstrap')),
    interval: meanInterval(outputs),
    replicates: [replicatesEnough([outputs]), replicatesEnough([outputs.slice(0, 200), outputs.slice(200)])],
  };
  return Object.fromEntries(Object.entries(numbers).map(([name, found]) => [name, digestText(JSON.stringify(found))]));
}
