import { histories } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { countOf } from '../../../sim/history/chronicle.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import { medianDuration } from '../../../sim/measures/duration.ts';
import { chartFigure } from '../chart.ts';

// Known regularities of alliances at large, beside those of the bundled histories. There are no verdicts: the observed figures
// cover all states of two centuries, the histories are a few actors in one conflict, and the definitions differ.

const SEEDS = 100;

export const COMPARED = `What is known of alliances at large stands beside what the bundled histories show (${SEEDS} seeds, default parameters). There is no
pass or fail: the observed figures are of all states, each history is a few actors of one struggle. The first two lines differ by
definition: the first asks only where a treaty’s obligation was invoked, the second in every war of an ally.`;

/** Two actors that owed each other defence, and the ticks of its start and end. */
interface Dyad {
  pair: string;
  from: number;
  to: number | null;
}

function dyadsOf({ chronicle }: History): Dyad[] {
  return chronicle.alliances
    .filter(({ obligations }) => obligations.includes('defence'))
    .flatMap(({ spans }) =>
      spans.flatMap((a, k) =>
        spans
          .slice(k + 1)
          .filter((b) => a.actor !== b.actor)
          .map((b) => ({
            pair: [a.actor, b.actor].sort().join(' '),
            from: Math.max(a.from, b.from),
            to: a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to),
          }))
          .filter(({ from, to }) => to === null || from < to),
      ),
    );
}

/** Among those bound to defend an actor at war, how many there were and how many fought beside it. */
function alongside(history: History): [number, number] {
  const dyads = dyadsOf(history);
  let bound = 0;
  let beside = 0;
  for (const event of history.events) {
    if (event.kind !== 'fought') continue;
    for (const side of [event.who, event.against])
      for (const belligerent of side)
        for (const { pair, from, to } of dyads) {
          const two = pair.split(' ');
          if (!two.includes(belligerent) || from > event.tick || (to !== null && to < event.tick)) continue;
          bound++;
          if (side.includes(two[0] === belligerent ? two[1]! : two[0]!)) beside++;
        }
  }
  return [beside, bound];
}

function lifetime(runs: readonly History[]): string {
  const { ticksPerYear } = runs[0]!.model.scenario.time;
  const { median, reached } = medianDuration(
    runs.flatMap((history) =>
      dyadsOf(history).map(({ from, to }) => ({
        entered: Math.max(0, -from) / ticksPerYear,
        lasted: ((to ?? history.ticks) - from) / ticksPerYear,
        ended: to !== null,
      })),
    ),
  );
  return reached ? chartFigure(median) : `above ${chartFigure(median)}`;
}

/** Share of all pairs that are bound to defend each other at the end of the run. */
function density(runs: readonly History[]): number {
  const n = runs[0]!.model.shape.actors;
  const pairs = runs.reduce(
    (sum, history) => sum + new Set(dyadsOf(history).flatMap(({ pair, to }) => (to === null ? [pair] : []))).size,
    0,
  );
  return pairs / runs.length / ((n * (n - 1)) / 2);
}

const ratio = (parts: readonly [number, number][]): number => {
  const [hits, all] = parts.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  return all > 0 ? hits / all : 0;
};

/** A table of the four regularities, one column a history. */
export function regularities(): string {
  const ids = ['europe-1879-1914', 'delian-league', 'nato'];
  const runs = ids.map((id) => {
    const checked = check(histories[id]);
    if ('faults' in checked) throw new Error(id);
    const model = load(checked.value);
    return Array.from({ length: SEEDS }, (_, k) => play(model, String(k + 1), [], { caps: { keyframes: 2 } }));
  });
  const row = (what: string, observed: string, of: (runs: readonly History[]) => string): string =>
    `| ${what} | ${observed} | ${runs.map(of).join(' | ')} |`;
  const honoured = (history: History): [number, number] => {
    const kept = countOf(history.chronicle, 'honoured');
    return [kept, kept + countOf(history.chronicle, 'reneged')];
  };
  return [
    `| regularity | observed | ${ids.map((id) => `\`${id}\``).join(' | ')} |`,
    `|:--|:--|${ids.map(() => '--:').join('|')}|`,
    row(
      'share honoured of the obligations that were invoked',
      'about 0.745, 1816–1944 (Leeds, Long & Mitchell 2000)',
      (of) => chartFigure(ratio(of.map(honoured))),
    ),
    row(
      'share that fought beside an ally in any war of its own, defence pacts',
      'about 0.24, 1816–1965 (recomputed); 0.27 (Sabrosky 1980)',
      (of) => chartFigure(ratio(of.map(alongside))),
    ),
    row('median duration of a defence dyad, years (Kaplan–Meier)', 'about 7, begun before 1945 (recomputed)', lifetime),
    row(
      'share of all pairs in a defence dyad',
      '.013 (1914), .022 (1938), .071 (1960), .060 (2012), of all states (recomputed)',
      (of) => chartFigure(density(of)),
    ),
  ].join('\n');
}
