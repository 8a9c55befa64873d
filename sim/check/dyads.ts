import type { Path, ReportFault } from '../schema/fault.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Scenario } from '../schema/scenario.ts';
import { refer } from './refer.ts';

/** Numbers that one actor has toward another; proximity is the same in both directions. */
const DIRECTED = ['calculative', 'relational', 'hostility'] as const;

/**
 * Two actors may have one dyad that holds in both directions, and one for each direction. No number is given twice: of two, one
 * would be lost.
 */
export function checkDyads({ dyads }: Scenario, { actors }: IdIndex, at: Path, report: ReportFault): void {
  const seen = [...DIRECTED, 'proximity', 'mutual', 'directed'].map((key) => [key, new Map<number, number>()] as const);
  const first = new Map(seen);
  dyads.forEach((dyad, k) => {
    const { from, to, mutual } = dyad;
    const path = [...at, 'dyads', k];
    const known = [
      refer(report, [...path, 'from'], from, actors, 'actor'),
      refer(report, [...path, 'to'], to, actors, 'actor'),
    ].every(Boolean);
    if (known && from === to) report(path, `"${from}" is on both sides of a dyad`);
    if (!known || from === to) return;
    const [i, j] = [actors.get(from)!, actors.get(to)!];
    const there = i * actors.size + j;
    const back = j * actors.size + i;
    /** The earlier dyad that says the same of the pair; otherwise this one is noted as its first. */
    const earlier = (key: string, pair: number): number | undefined => {
      const before = first.get(key)!.get(pair);
      if (before === undefined) first.get(key)!.set(pair, k);
      return before;
    };
    const whole = mutual ? earlier('mutual', Math.min(there, back)) : earlier('directed', there);
    if (whole !== undefined) {
      report(
        path,
        mutual
          ? `"${from}" and "${to}" already have dyads[${whole}]`
          : `"${from}" toward "${to}" already has dyads[${whole}]`,
      );
      return;
    }
    const twice = (key: string, before: number | undefined): void => {
      if (before !== undefined) report([...path, key], `dyads[${before}] already gives it for "${from}" and "${to}"`);
    };
    for (const key of DIRECTED) {
      if (dyad[key] === undefined) continue;
      const before = earlier(key, there);
      twice(key, mutual ? (earlier(key, back) ?? before) : before);
    }
    if (dyad.proximity !== undefined) twice('proximity', earlier('proximity', Math.min(there, back)));
  });
}
