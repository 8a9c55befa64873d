import { writeShard } from '../formats/sweep/shard-parquet.ts';
import { faultSentence } from '../sim/check/check.ts';
import type { SweepRow } from '../sim/experiment/sweep/columns.ts';
import { planText } from '../sim/experiment/sweep/plan.ts';
import { cancelled } from './protocol.ts';
import type { SweepDraft } from './sweep-questions.ts';
import type { SweepEstimate } from './sweep-service.ts';
import type { AskSweepWorker } from './sweep-worker.ts';

/** Milliseconds of trial, and runs in it at most. */
const TRIAL = 2_000;
const MOST_TRIED = 50;

/** Statuses of runs that give no result. */
const WITHOUT = new Set(['refused', 'failed']);

let latest = 0;

/**
 * What a sweep will cost: its first run, its last one, and as many between them as fit in two seconds are made and timed.
 * @throws {Error} the first fault of the sweep; one that isCancelled recognises, where a later estimate was asked for.
 */
export async function estimateOf(
  { askChecker, now }: { askChecker: AskSweepWorker; now(): number },
  draft: SweepDraft,
): Promise<SweepEstimate> {
  const mine = ++latest;
  const ask: AskSweepWorker = async (question) => {
    const answer = await askChecker(question);
    if (mine !== latest) throw cancelled();
    return answer;
  };
  const outline = await ask((worker) => worker.outline(draft));
  if ('faults' in outline) throw new Error(faultSentence(outline.faults[0]!));
  const { plan, hash } = outline.value;
  const { runs, shards, numbering, columns, engine } = plan;
  await ask((worker) => worker.openSweep(planText(plan)));
  const wanted = Math.min(runs, MOST_TRIED);
  const rows: SweepRow[] = [];
  const begun = now();
  let warm = begun;
  for (let k = 0; k < wanted && (k < 2 || now() - begun < TRIAL); k++) {
    // The last run comes second: what is wrong with it shall be seen however slow the rest.
    const at = k === 0 ? 0 : k === 1 ? runs - 1 : Math.floor((k - 1) * (runs / wanted));
    const made = await ask((worker) => worker.runRows([numbering.firstRun + at]));
    rows.push(made[0]!.row);
    // The first run pays for what is compiled once, so it counts only where it is the only one.
    if (k === 0 && wanted > 1) warm = now();
  }
  const timed = wanted > 1 ? rows.length - 1 : 1;
  const origin = { plan: hash, engine, shard: 0, firstRun: 0, rows: rows.length };
  const without = rows.filter((row) => WITHOUT.has(row.at(-2) as string));
  return {
    runs,
    shards,
    secondsPerRun: (now() - warm) / 1_000 / timed,
    bytes: (writeShard(columns, rows, origin).length / rows.length) * runs,
    tried: rows.length,
    refused: without.length,
    why: without[0]?.at(-1) as string | undefined,
  };
}
