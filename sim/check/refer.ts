import { hint, type Path, type ReportFault, shown } from '../schema/fault.ts';

type Known = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;

export function refer(report: ReportFault, path: Path, id: string, known: Known, what: string): boolean {
  if (known.has(id)) return true;
  report(path, () => `unknown ${what} "${id}"${hint(id, known.keys())}`);
  return false;
}

/** What a list names, it names once. */
export function checkOnce(list: readonly string[], path: Path, report: ReportFault): void {
  const before = new Set<string>();
  list.forEach((entry, k) => {
    if (before.has(entry)) report([...path, k], () => `${shown(entry)} is named twice`);
    before.add(entry);
  });
}
