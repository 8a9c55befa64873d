import { createHash } from 'node:crypto';
import { planName, seriesName, shardName } from '../formats/sweep/folder-names.ts';
import { openZip } from '../formats/sweep/zip.ts';
import { ENGINE } from '../sim/engine/version.ts';
import { type HashedPlan, originOf, PLAN_BYTES } from '../sim/experiment/sweep/hashed-plan.ts';
import { throwFileError, throwInputError } from './input-error.ts';
import { openTarget } from './output-target.ts';
import { readBytes } from './read.ts';
import { seriesBytes, shardBytes } from './shard-file.ts';
import { countRuns, countsText } from './sweep-count.ts';
import { finalSeries, planPath } from './sweep-folder.ts';
import { plansIn, shardsOfPlan } from './sweep-plans.ts';
import { complain } from './terminal.ts';

/** A file of the archive: its path in it, and its bytes when they are wanted. */
interface Entry {
  path: string;
  bytes(): Uint8Array;
}

/**
 * Puts a sweep into one file for a repository of data: its plans, all finished shards and series, a manifest with the hash of each file,
 * and a text that says what it is.
 */
export async function archiveCommand(dir: string, { out }: { out?: string }): Promise<void> {
  const file = out ?? throwInputError('--out: expected a file that ends in .zip');
  if (!/\.zip$/i.test(file)) throwInputError(`--out: ${file} has an unknown ending (known: .zip)`);
  const plans = plansIn(dir);
  const { runs, present, counts } = countRuns(dir, plans);
  if (present < runs) complain(`${dir}: ${runs - present} runs are missing: only finished ones are in the archive`);
  try {
    const target = openTarget(file);
    const hashes: { path: string; bytes: number; sha256: string }[] = [];
    const zip = openZip((piece) => target.put(piece));
    for (const { path, bytes } of entriesOf(dir, plans)) {
      const content = bytes();
      hashes.push({ path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') });
      zip.add(path, content);
    }
    const encoder = new TextEncoder();
    const manifest = {
      engine: ENGINE,
      plans: plans.map(({ hash }) => hash),
      runs,
      finished: present,
      counts,
      files: hashes,
    };
    zip.add('manifest.json', encoder.encode(`${JSON.stringify(manifest, null, 1)}\n`));
    zip.add('README.txt', encoder.encode(readme(plans, `${present} of ${runs} runs: ${countsText(counts)}`)));
    zip.finish();
    await target.finish();
  } catch (error) {
    throwFileError(`--out: ${file}`, error);
  }
}

function* entriesOf(dir: string, plans: readonly HashedPlan[]): Generator<Entry> {
  const series = new Set(finalSeries(dir));
  for (const [n, plan] of plans.entries()) {
    yield { path: planName(n + 1), bytes: () => readBytes(planPath(dir, n + 1), PLAN_BYTES) };
    for (const k of shardsOfPlan(dir, plan).present) {
      yield { path: `shards/${shardName(k)}`, bytes: () => shardBytes(dir, originOf(plan, k)) };
      if (series.has(k)) yield { path: `series/${seriesName(k)}`, bytes: () => seriesBytes(dir, originOf(plan, k)) };
    }
  }
}

function readme(plans: readonly HashedPlan[], state: string): string {
  const { plan } = plans[0]!;
  const title = String(plan.spec.scenario.title ?? plan.spec.scenario.id ?? '');
  const columns = plan.columns.map(({ name, type, meaning }) => `  ${name} (${type}): ${meaning}`);
  return `${[
    `A sweep of the scenario "${title}" with ${ENGINE}.`,
    state,
    '',
    'plan.json, plan-2.json …   what was run: the scenario, what varies, the design, the seeds. Later plans extend earlier ones.',
    'shards/*.parquet           one row a run',
    'series/*.pq                figures over time (Parquet), joined to the runs by the column run',
    'manifest.json              the SHA-256 of each file',
    '',
    'Columns of a row:',
    ...columns,
    '',
    'Any row can be run again, with the same digest: foedus run --row FOLDER:RUN, after this archive was unpacked to FOLDER.',
  ].join('\n')}\n`;
}
