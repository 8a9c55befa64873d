import { canonical } from '../../schema/canonical.ts';
import type { ReportFault } from '../../schema/fault.ts';
import { type DesignPoints, type DesignSpec, designPoints } from './design-points.ts';
import type { Predecessor, SweepPlan } from './plan.ts';

// A plan that extends another has the points of that one under their numbers, and its own after them.

/** The points of a plan under their numbers in its folder: of a grid the old ones first, while other designs grow at their end. */
export function numberedPoints(spec: DesignSpec, predecessor: Predecessor | undefined): DesignPoints {
  const own = designPoints(spec);
  if (!predecessor || spec.design.kind !== 'full') return own;
  const before = numberedPoints({ ...predecessor, seed: spec.seed }, predecessor.predecessor);
  const keys = keysOf(before);
  const added = Array.from({ length: own.count }, (_, point) => point).filter((point) => !keys.has(keyOf(own, point)));
  return {
    count: before.count + added.length,
    settings: (point) => (point < before.count ? before.settings(point) : own.settings(added[point - before.count]!)),
  };
}

const keyOf = (points: DesignPoints, point: number): string => JSON.stringify(points.settings(point));
const keysOf = (points: DesignPoints): Set<string> =>
  new Set(Array.from({ length: points.count }, (_, point) => keyOf(points, point)));

/**
 * Reports why a sweep cannot extend a plan: all but the values, the size and the replicates must be as it was, and no point and no
 * replicate may be lost.
 */
export function checkExtension(spec: SweepPlan['spec'], before: SweepPlan, engine: string, report: ReportFault): void {
  if (before.engine !== engine) {
    report([], `the plan to extend is of ${before.engine}, this is ${engine}`);
    return;
  }
  const kept = ['scenario', 'seed', 'commonRandomNumbers', 'interventions', 'measure', 'stop', 'limits'] as const;
  for (const key of kept)
    if (canonical(spec[key] ?? null) !== canonical(before.spec[key] ?? null))
      report([key], 'differs from the plan to extend: begin a new folder');
  const { design, vary } = spec;
  if (design.kind !== before.spec.design.kind) {
    report(['design', 'kind'], `expected "${before.spec.design.kind}", as in the plan to extend`);
    return;
  }
  if (design.kind === 'lhs') {
    report(['design', 'kind'], 'a Latin hypercube cannot be extended: with more points its strata are others');
    return;
  }
  if (spec.replicates < before.spec.replicates)
    report(['replicates'], `expected at least the ${before.spec.replicates} of the plan to extend`);
  const size = 'size' in design ? design.size : 0;
  const sizeBefore = 'size' in before.spec.design ? before.spec.design.size : 0;
  if (size < sizeBefore) report(['design', 'size'], `expected at least the ${sizeBefore} of the plan to extend`);
  const names = (entries: typeof vary): string => canonical(entries.map(({ path, as }) => [path, as ?? null]));
  const isSame =
    design.kind === 'full' || design.kind === 'points'
      ? names(vary) === names(before.spec.vary)
      : canonical(vary) === canonical(before.spec.vary);
  if (!isSame) report(['vary'], 'differs from the plan to extend: begin a new folder');
}

/** Reports a point of the plan to extend that the sweep has no more, or has elsewhere. */
export function checkNoPointIsLost(own: DesignPoints, before: DesignPoints, kind: string, report: ReportFault): void {
  const keys = kind === 'full' ? keysOf(own) : undefined;
  for (let point = 0; point < before.count; point++) {
    const isKept = keys
      ? keys.has(keyOf(before, point))
      : point < own.count && keyOf(own, point) === keyOf(before, point);
    if (isKept) continue;
    report(['design'], `point ${point} of the plan to extend is no more there: begin a new folder`);
    return;
  }
}
