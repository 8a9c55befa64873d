import type { History } from '../sim/history/history.ts';
import type { Event } from '../sim/world/event.ts';
import { yearText } from './report.ts';
import { table } from './table.ts';

/** Lines at most: what follows from a difference soon fills a book. */
const MOST_LINES = 16;

/** What else a line may name, in the order in which it is told; `who` comes first. */
const NAMED = [
  'alliance',
  'into',
  'from',
  'victim',
  'against',
  'attacker',
  'to',
  'shock',
  'what',
  'how',
  'rung',
  'matter',
];

/** An event in a few words: its kind and whom it names. Not its numbers, which differ before anything that matters does. */
function wordsOf(event: Event): string {
  const entries = event as unknown as Record<string, unknown>;
  const named = NAMED.flatMap((key) =>
    entries[key] === undefined ? [] : [String(entries[key]).replaceAll(',', ', ')],
  );
  return [event.kind, event.who.join(', '), ...named].filter((word) => word !== '').join('  ');
}

/** The lines of one list that the other lacks, each as often as it is lacking, in order. */
function lacking(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** The first events from tick `from` on that only one of the two runs has. */
export function eventDifferences(a: History, b: History, from: number): string {
  const rows: string[][] = [];
  const last = Math.max(a.ticks, b.ticks);
  const [inA, inB] = [a, b].map((history) => byTick(history, from));
  for (let t = from; t < last && rows.length < MOST_LINES; t++) {
    const [one, other] = [inA!.get(t) ?? [], inB!.get(t) ?? []];
    const year = `${yearText(a.model.yearOf(t))}, tick ${t}`;
    for (const line of lacking(one, other)) rows.push([year, 'only A', line]);
    for (const line of lacking(other, one)) rows.push([year, 'only B', line]);
  }
  if (rows.length === 0) return '\nNo event differs, only numbers\n';
  return `\nFirst events that only one of the two runs has\n${table(rows.slice(0, MOST_LINES))}`;
}

function byTick({ events }: History, from: number): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (const event of events) {
    if (event.tick < from) continue;
    const those = lines.get(event.tick) ?? [];
    if (those.length === 0) lines.set(event.tick, those);
    those.push(wordsOf(event));
  }
  return lines;
}
