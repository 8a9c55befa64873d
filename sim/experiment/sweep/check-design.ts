import { type ReportFault, shown } from '../../schema/fault.ts';
import { morrisFault } from '../designs/morris.ts';
import { isUnbounded } from '../designs/quantiles.ts';
import { saltelliFault } from '../designs/saltelli.ts';
import { sobolFault } from '../designs/sobol-sequence.ts';
import { pointCount } from './design-points.ts';
import { isExpression, levelsOf } from './entry-values.ts';
import { SWEEP_LIMITS, type SweepSpec, type Vary, type VaryDistribution } from './spec.ts';

/** Reports what a design cannot be made of. */
export function checkDesign({ design, vary, replicates, commonRandomNumbers }: SweepSpec, report: ReportFault): void {
  const inputs = vary.filter((entry) => !isExpression(entry)).length;
  vary.forEach((entry, k) => {
    checkEntry(entry, ['vary', k], report);
  });
  switch (design.kind) {
    case 'full':
      checkLevels(vary, report);
      break;
    case 'saltelli':
      if (replicates > 1)
        report(['replicates'], 'expected 1: a Saltelli design has two seeds a row, luck being one of its factors');
      if (!commonRandomNumbers)
        report(['commonRandomNumbers'], 'expected true: a Saltelli design sets its seeds itself');
      refuse(saltelliFault(design.size, inputs), ['design', 'size'], report);
      break;
    case 'sobol':
      refuse(sobolFault(design.size, inputs), ['design', 'size'], report);
      break;
    case 'morris':
      refuse(morrisFault(design.levels), ['design', 'levels'], report);
      checkBounded(vary, report);
      break;
    case 'points':
      if ((design.file === undefined) === (design.points === undefined))
        report(['design'], 'expected either a file or points');
      checkPoints(design.points ?? [], vary, report);
      break;
    default:
  }
  checkSize(pointCount({ design, vary }), inputs, report);
}

/** Before a point is made: a design of a few words may have more of them than a machine can hold. */
function checkSize(points: number, inputs: number, report: ReportFault): void {
  if (points > SWEEP_LIMITS.points) report(['design'], `${points} points, more than ${SWEEP_LIMITS.points}`);
  else if (points * inputs > SWEEP_LIMITS.settings)
    report(['design'], `${points} points of ${inputs} values, more than ${SWEEP_LIMITS.settings} values`);
}

/** Before the values of a design that holds its points are looked at one by one. @param design of a sweep that is not checked yet. */
export function checkPointValues(design: unknown, at: readonly PropertyKey[], report: ReportFault): void {
  const { points } = Object(design) as { points?: unknown };
  if (!Array.isArray(points)) return;
  let values = 0;
  for (const point of points) values += Array.isArray(point) ? point.length : 1;
  if (values > SWEEP_LIMITS.settings) report([...at, 'points'], `${values} values, more than ${SWEEP_LIMITS.settings}`);
}

function refuse(why: string | undefined, at: readonly PropertyKey[], report: ReportFault): void {
  if (why !== undefined) report(at, why);
}

function checkEntry(entry: Vary, at: readonly PropertyKey[], report: ReportFault): void {
  if ('distribution' in entry) checkDistribution(entry.distribution, [...at, 'distribution'], report);
  if ('values' in entry && entry.whole)
    entry.values.forEach((value, k) => {
      if (!Number.isInteger(value)) report([...at, 'values', k], `expected a whole number, got ${shown(value)}`);
    });
  if (!('from' in entry)) return;
  const { from, to, scale, steps } = entry;
  if (from > to) report([...at, 'to'], `expected a number from ${from} on, got ${to}`);
  if (scale === 'log' && from <= 0)
    report([...at, 'from'], `expected a number above 0 for a logarithmic scale, got ${from}`);
  if (steps === 1 && from !== to) report([...at, 'steps'], 'expected at least 2, one for each end');
  if (entry.whole && Math.ceil(from) > Math.floor(to)) report([...at, 'to'], 'there is no whole number in this range');
}

function checkDistribution(given: VaryDistribution, at: readonly PropertyKey[], report: ReportFault): void {
  const { from, to } = given;
  if (from !== undefined && to !== undefined && from >= to)
    report([...at, 'to'], `expected a number above ${from}, got ${to}`);
  if (given.kind === 'triangular' && (given.mode < given.from || given.mode > given.to))
    report([...at, 'mode'], `expected a number from ${given.from} to ${given.to}, got ${given.mode}`);
}

function checkLevels(vary: readonly Vary[], report: ReportFault): void {
  vary.forEach((entry, k) => {
    if (isExpression(entry)) return;
    if ('distribution' in entry)
      report(['vary', k, 'distribution'], 'a full design takes values, or a range with steps');
    else if ('from' in entry && entry.steps === undefined)
      report(['vary', k, 'steps'], 'missing, expected a number of values');
    else {
      const twice = repeated((levelsOf(entry) ?? []).map((value) => JSON.stringify(value)));
      if (!twice) return;
      if ('values' in entry) report(['vary', k, 'values', twice.at], `${twice.text} is there already`);
      else report(['vary', k, 'steps'], `expected fewer: ${twice.text} would be there twice`);
    }
  });
}

/** The first text that a list has already. */
function repeated(texts: readonly string[]): { at: number; text: string } | undefined {
  const seen = new Set<string>();
  for (const [at, text] of texts.entries()) {
    if (seen.has(text)) return { at, text };
    seen.add(text);
  }
  return undefined;
}

/** A Morris design visits the ends of every range. */
function checkBounded(vary: readonly Vary[], report: ReportFault): void {
  vary.forEach((entry, k) => {
    if ('distribution' in entry && isUnbounded(entry.distribution))
      report(['vary', k, 'distribution'], 'expected both from and to: a Morris design visits the ends of every range');
  });
}

function checkPoints(points: readonly (readonly unknown[])[], vary: readonly Vary[], report: ReportFault): void {
  const wanted = vary.filter((entry) => !isExpression(entry)).length;
  const wrong = points.findIndex(({ length }) => length !== wanted);
  if (wrong >= 0)
    report(
      ['design', 'points', wrong],
      `expected ${wanted} ${wanted === 1 ? 'value' : 'values'}, got ${points[wrong]!.length}`,
    );
}
