/** Rows as lines, each column as wide as its widest entry. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((entry, k) => entry.padEnd(widths[k]!))
      .join('  ')
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join('');
}
