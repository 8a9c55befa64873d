import { writeShard } from '../formats/sweep/shard-parquet.ts';
import { faultSentence } from '../sim/check/check.ts';
import { planText } from '../sim/experiment/sweep/plan.ts';
import { cancelled } from './protocol.ts';
import type { SweepDraft } from './sweep-questions.ts';
import type { SweepEstimate } from './sweep-service.ts';
import type { AskSweepWorker } from './sweep-worker.ts';
import { timeRuns } from './time-runs.ts';

/** Statuses of runs that give no result. */
const WITHOUT = new Set(['refused', 'failed']);

let latest = 0;

/**
 * What a sweep will cost, as a few of its runs tell.
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
  const { runs, shards, columns, engine } = plan;
  await ask((worker) => worker.openSweep(planText(plan)));
  const { seconds, rows } = await timeRuns(
    plan,
    async (run) => (await ask((worker) => worker.runRows([run])))[0]!.row,
    now,
  );
  const origin = { plan: hash, engine, shard: 0, firstRun: 0, rows: rows.length };
  const without = rows.filter((row) => WITHOUT.has(row.at(-2) as string));
  return {
    runs,
    shards,
    secondsPerRun: seconds,
    bytes: (writeShard(columns, rows, origin).length / rows.length) * runs,
    tried: rows.length,
    refused: without.length,
    why: without[0]?.at(-1) as string | undefined,
  };
}
