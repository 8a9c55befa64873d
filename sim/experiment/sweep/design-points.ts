import { designDraws } from '../../exact/design-draws.ts';
import { latinHypercube } from '../designs/latin-hypercube.ts';
import { morrisDesign } from '../designs/morris.ts';
import { quantileOf } from '../designs/quantiles.ts';
import { randomDesign } from '../designs/random-design.ts';
import { saltelliBlocks, saltelliDesign } from '../designs/saltelli.ts';
import { sobolPoints } from '../designs/sobol-sequence.ts';
import { entryValue, isExpression, levelCount, levelsOf } from './entry-values.ts';
import { expressionsOf } from './expressions.ts';
import type { SweepValue, Vary, WholeSpec } from './spec.ts';

/** What a design and its values are made of. */
export type DesignSpec = Pick<WholeSpec, 'design' | 'vary' | 'seed'>;

type Drawn = Exclude<Vary, { expression: string }>;

/** The points of a design, by number. */
export interface DesignPoints {
  count: number;
  /** One value for each entry of `vary`. */
  settings(point: number): readonly SweepValue[];
}

/** How many points a design has, before any is made. */
export function pointCount({ design, vary }: Pick<DesignSpec, 'design' | 'vary'>): number {
  const drawn = vary.filter((entry): entry is Drawn => !isExpression(entry));
  switch (design.kind) {
    case 'full':
      return drawn.reduce((product, entry) => product * (levelCount(entry) ?? 1), 1);
    case 'points':
      return design.points?.length ?? 0;
    case 'saltelli':
      return design.size * saltelliBlocks(drawn.length);
    case 'morris':
      return design.size * (drawn.length + 1);
    default:
      return design.size;
  }
}

/** The points of a design. @param spec a checked one. */
export function designPoints(spec: DesignSpec): DesignPoints {
  const { vary } = spec;
  const drawn = vary.filter((entry): entry is Drawn => !isExpression(entry));
  const { count, at } = drawnPoints(spec, drawn);
  const complete = expressionsOf(vary);
  return { count, settings: (point) => complete(at(point)) };
}

/** The values of the entries that are no expressions. */
function drawnPoints(spec: DesignSpec, drawn: readonly Drawn[]): { count: number; at(point: number): SweepValue[] } {
  const { design } = spec;
  const count = pointCount(spec);
  if (design.kind === 'points') return { count, at: (point) => design.points![point]! };
  if (design.kind === 'full') return { count, at: grid(drawn) };
  const cube = unitCube(spec, drawn.length);
  const d = drawn.length;
  return {
    count,
    at: (point) => drawn.map((entry, k) => entryValue(entry, cube[point * d + k]!, quantileOf)),
  };
}

/** All combinations; the last entry varies fastest. */
function grid(drawn: readonly Drawn[]): (point: number) => SweepValue[] {
  const levels = drawn.map((entry) => levelsOf(entry) ?? []);
  return (point) => {
    const found = new Array<SweepValue>(levels.length);
    let rest = point;
    for (let k = levels.length - 1; k >= 0; k--) {
      const { length } = levels[k]!;
      found[k] = levels[k]![rest % length]!;
      rest = Math.floor(rest / length);
    }
    return found;
  };
}

function unitCube({ design, seed }: DesignSpec, dimensions: number): Float64Array {
  const draws = (): (() => number) => designDraws(String(seed), design.kind);
  switch (design.kind) {
    case 'lhs':
      return latinHypercube(design.size, dimensions, draws());
    case 'random':
      return randomDesign(design.size, dimensions, draws());
    case 'sobol':
      return sobolPoints(design.size, dimensions, seed);
    case 'saltelli':
      return saltelliDesign(design.size, dimensions, seed);
    case 'morris':
      return morrisDesign(design.size, dimensions, design.levels, draws()).points;
    default:
      return new Float64Array(0);
  }
}
