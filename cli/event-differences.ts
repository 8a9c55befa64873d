import type { History } from '../sim/history/history.ts';
import { type AllianceNamer, sharedNames } from '../sim/results/match-alliances.ts';
import { type Event, foeOf, isAnswer } from '../sim/world/event.ts';
import { yearText } from './report.ts';
import { table } from './table.ts';

/** Lines at most: what follows from a difference soon fills a book. */
const MOST_LINES = 16;

/** What else a line may name, in the order in which it is told; `who` comes first. */
const NAMED = ['alliance', 'into', 'from', 'victim', 'against', 'to', 'shock', 'what', 'how', 'rung', 'matter'];

/** Where an event names alliances. */
const ALLIANCES = ['alliance', 'into', 'from'];

/** An event in a few words: its kind and whom it names. Not its numbers, which differ before anything that matters does. */
function wordsOf(event: Event, nameOf = (id: string): string => id): string {
  const entries = event as unknown as Record<string, unknown>;
  const textOf = (key: string): string =>
    ALLIANCES.includes(key) ? nameOf(String(entries[key])) : String(entries[key]).replaceAll(',', ', ');
  const named = isAnswer(event)
    ? [textOf('alliance'), `called by ${event.caller}`, `against ${foeOf(event)}`]
    : NAMED.flatMap((key) => (entries[key] === undefined ? [] : [textOf(key)]));
  return [event.kind, event.who.join(', '), ...named].filter((word) => word !== '').join('  ');
}

/** An event as it is told, and as it is compared: in the words that both runs have for it. */
interface Line {
  text: string;
  shared: string;
}

/** The lines of one list that the other lacks, each as often as it is lacking, in order. */
function lacking(lines: readonly Line[], others: readonly Line[]): string[] {
  const left = new Map<string, number>();
  for (const { shared } of others) left.set(shared, (left.get(shared) ?? 0) + 1);
  return lines
    .filter(({ shared }) => {
      const count = left.get(shared) ?? 0;
      left.set(shared, count - 1);
      return count <= 0;
    })
    .map(({ text }) => text);
}

/** The first events from tick `from` on that only one of the two runs has. An alliance that both have counts as one, whatever its ids. */
export function eventDifferences(a: History, b: History, from: number): string[] {
  const rows: string[][] = [];
  const last = Math.max(a.ticks, b.ticks);
  const [nameInA, nameInB] = sharedNames(a.chronicle.alliances, b.chronicle.alliances);
  const [inA, inB] = [byTick(a, from, nameInA), byTick(b, from, nameInB)];
  for (let t = from; t < last && rows.length < MOST_LINES; t++) {
    const [one, other] = [inA.get(t) ?? [], inB.get(t) ?? []];
    const year = `${yearText(a.model.yearOf(t), a.model.scenario.time.start)}, tick ${t}`;
    for (const line of lacking(one, other)) rows.push([year, 'only A', line]);
    for (const line of lacking(other, one)) rows.push([year, 'only B', line]);
  }
  if (rows.length === 0) return ['No event differs, only numbers'];
  return ['First events that only one of the two runs has', ...table(rows.slice(0, MOST_LINES))];
}

function byTick({ events }: History, from: number, nameOf: AllianceNamer): Map<number, Line[]> {
  const lines = new Map<number, Line[]>();
  for (const event of events) {
    const { tick, who } = event;
    if (tick < from) continue;
    const those = lines.get(tick) ?? [];
    if (those.length === 0) lines.set(tick, those);
    // Whoever proposed it, a treaty is the same.
    const compared = event.kind === 'founded' ? { ...event, who: [...who].sort() } : event;
    those.push({ text: wordsOf(event), shared: wordsOf(compared, (id) => nameOf(id, tick)) });
  }
  return lines;
}
