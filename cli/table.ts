import { printable } from './terminal.ts';

/** Rows as lines, each column as wide as its widest entry. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const cells = rows.map((row) => row.map(printable));
  const widths = (cells[0] ?? []).map((_, k) => cells.reduce((most, row) => Math.max(most, row[k]!.length), 0));
  return cells.map((row) =>
    row
      .map((entry, k) => entry.padEnd(widths[k]!))
      .join('  ')
      .trimEnd(),
  );
}
