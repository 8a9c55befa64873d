/** Whole numbers as schedulers take a list of them: `3,17,40-52`. @param numbers in ascending order */
export function rangesText(numbers: Iterable<number>): string {
  const ranges: string[] = [];
  let from: number | undefined;
  let to = 0;
  const close = (): void => {
    if (from !== undefined) ranges.push(from === to ? String(from) : `${from}-${to}`);
  };
  for (const number of numbers) {
    if (from !== undefined && number === to + 1) {
      to = number;
      continue;
    }
    close();
    from = to = number;
  }
  close();
  return ranges.join(',');
}

/** The numbers from a first one, as many as asked for, that are not among these. */
export function missingFrom(present: Iterable<number>, count: number, first = 0): number[] {
  const known = new Set(present);
  return Array.from({ length: count }, (_, k) => first + k).filter((number) => !known.has(number));
}
