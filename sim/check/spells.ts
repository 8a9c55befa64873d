import type { Path, ReportFault } from '../schema/fault.ts';
import type { Spells, Tie } from '../schema/history.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Scenario } from '../schema/scenario.ts';
import { checkOnce, refer } from './refer.ts';

/** The spells of the record name actors, their years run forwards, and no tie stands twice. */
export function checkSpells({ history: { spells } }: Scenario, names: IdIndex, at: Path, report: ReportFault): void {
  if (!spells) return;
  const path = [...at, 'history', 'spells'];
  const isForwards = checkYears(spells.complete, [...path, 'complete'], report);
  for (const key of ['ties', 'omit'] as const)
    spells[key]?.forEach((entry, k) => {
      const own = [...path, key, k];
      entry.who.forEach((id, w) => {
        refer(report, [...own, 'who', w], id, names.actors, 'actor');
      });
      checkOnce(entry.who, [...own, 'who'], report);
      if (checkYears(entry, own, report) && isForwards) checkWithin(entry, spells.complete, own, report);
    });
  checkOverlaps(spells.ties, [...path, 'ties'], report);
}

/** A stranger's file must not make us compare a thousand million pairs. */
const MOST_PAIRS = 500_000;

type Years = Pick<Tie, 'from' | 'to'>;

/** A tie that did not end within the record lasts as long as it. */
const lastOf = ({ to }: Years): number => to ?? Infinity;

function checkYears(years: Years, path: Path, report: ReportFault): boolean {
  if (lastOf(years) >= years.from) return true;
  report([...path, 'to'], `expected a year from ${years.from} on, got ${years.to}`);
  return false;
}

/** What began before the complete years, or went on after them, has some of them; what has none is a slip. */
function checkWithin(years: Years, { from, to }: Spells['complete'], path: Path, report: ReportFault): void {
  if (lastOf(years) < from) report([...path, 'to'], `ends before the complete years ${from} to ${to}: ${years.to}`);
  else if (years.from > to)
    report([...path, 'from'], `begins after the complete years ${from} to ${to}: ${years.from}`);
}

/** Two ties of one kind between the same two are one: they must not share a year. */
function checkOverlaps(ties: readonly Tie[], path: Path, report: ReportFault): void {
  const count = ties.reduce((sum, { who }) => sum + (who.length * (who.length - 1)) / 2, 0);
  if (count > MOST_PAIRS) {
    report(path, `they are between ${count} pairs, more than ${MOST_PAIRS}`);
    return;
  }
  for (const [key, own] of spellsByPair(ties)) {
    const [kind, a, b] = key.split('/');
    const inOrder = own.map((k) => ({ k, ...ties[k]! })).sort((one, other) => one.from - other.from || one.k - other.k);
    // Of those before it, the one that lasts longest.
    let before = inOrder[0]!;
    for (const tie of inOrder.slice(1)) {
      if (tie.from <= lastOf(before)) {
        const [first, second] = before.k < tie.k ? [before.k, tie.k] : [tie.k, before.k];
        report([...path, second], `${a} and ${b} have a tie of ${kind} in some of these years already, ties[${first}]`);
      }
      if (lastOf(tie) >= lastOf(before)) before = tie;
    }
  }
}

/** For each kind of tie and each pair, the ties that it has, by their places. */
function spellsByPair(ties: readonly Tie[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  ties.forEach(({ kind, who }, k) => {
    for (const [w, one] of who.entries())
      for (const other of who.slice(w + 1)) {
        const key = one < other ? `${kind}/${one}/${other}` : `${kind}/${other}/${one}`;
        const own = found.get(key);
        if (own === undefined) found.set(key, [k]);
        // Who is named twice in a tie is told once.
        else if (own.at(-1) !== k) own.push(k);
      }
  });
  return found;
}
