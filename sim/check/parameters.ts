import type { Parameter } from '../schema/parameter.ts';
import { type Path, type ReportFault, shown } from './fault.ts';

/** Every parameter that names a range keeps to it. */
export function checkParameters(
  parameters: readonly (readonly [string, Parameter])[],
  at: Path,
  report: ReportFault,
): void {
  for (const [name, parameter] of parameters) {
    if (typeof parameter === 'number') continue;
    const { value, min, max, whole } = parameter;
    const fits = (x: number): boolean => x >= min && x <= max && (!whole || Number.isInteger(x));
    const wrong = typeof value === 'number' ? (fits(value) ? -1 : 0) : value.findIndex((x) => !fits(x));
    if (wrong < 0) continue;
    const place = typeof value === 'number' ? [] : [wrong];
    const got = typeof value === 'number' ? value : value[wrong];
    report(
      [...at, 'parameters', name, ...place],
      `expected a ${whole ? 'whole ' : ''}number from ${min} to ${max}, got ${shown(got)}`,
    );
  }
}
