import { numberIn, planName, seriesName, shardName } from '../formats/sweep/folder-names.ts';
import { type ParquetFooter, verifiedFooter } from '../formats/sweep/parquet-footer.ts';
import { readZip } from '../formats/sweep/zip.ts';
import { PLAN_BYTES } from '../sim/experiment/sweep/hashed-plan.ts';

/** A file that somebody brought, by its path within a folder, or its name alone. */
export interface BroughtFile {
  path: string;
  content: Blob;
}

/** What was brought, sorted by names; nothing of it is checked yet. */
export interface BroughtSweep {
  /** Texts of plans, in order, with the names of their files. */
  plans: { path: string; text: string }[];
  /** Files of shards, in any order. */
  shards: BroughtFile[];
}

/** A file of a shard, whose bytes are as they were written; of which sweep is not asked yet. */
export interface BroughtShard {
  path: string;
  bytes: Uint8Array;
  footer: ParquetFooter;
  /** Which shard it is by its name, or by what it says where the name tells nothing. */
  shard: number;
}

const MOST_FILES = 100_000;
const FILE_BYTES = 1024 * 1024 * 1024;
const SHARD = /\.(parquet|pq)$/i;
const isOfSweep = (path: string): boolean => SHARD.test(path) || /\.json$/i.test(path);

/**
 * Sorts files of a folder, a zip archive of them, or loose files. What is no part of a sweep is left aside.
 * @throws {Error} one sentence, for an archive that cannot be read or plans with a gap.
 */
export async function sortBrought(files: readonly BroughtFile[]): Promise<BroughtSweep> {
  if (files.length > MOST_FILES) throw new Error(`expected at most ${MOST_FILES} files, got ${files.length}`);
  const all: BroughtFile[] = [];
  for (const file of files) all.push(...(/\.zip$/i.test(file.path) ? await unzipped(file) : [withSlashes(file)]));
  const root = rootOf(all.map(({ path }) => path));
  if (root === undefined) return { plans: [], shards: all.filter(({ path }) => SHARD.test(path)) };
  const inside = all.flatMap(({ path, content }) =>
    path.startsWith(root) ? [{ path: path.slice(root.length), content }] : [],
  );
  return {
    plans: await plansAmong(inside),
    // Beside its shards a folder may hold a merged table, which would count every run twice.
    shards: inside.filter(({ path }) => /^(shards\/[^/]+\.parquet|series\/[^/]+\.pq)$/.test(path) || isLoose(path)),
  };
}

/** A file that was chosen together with the plan, without its folder. */
const isLoose = (path: string): boolean =>
  numberIn(path, shardName) !== undefined || numberIn(path, seriesName) !== undefined;

const withSlashes = ({ path, content }: BroughtFile): BroughtFile => ({
  path: path.replaceAll('\\', '/').replace(/^(\.?\/)+/, ''),
  content,
});

async function unzipped({ path, content }: BroughtFile): Promise<BroughtFile[]> {
  if (content.size > FILE_BYTES) throw new Error(`${path}: larger than ${FILE_BYTES / 1024 ** 3} GB`);
  try {
    const files = readZip(new Uint8Array(await content.arrayBuffer()), isOfSweep);
    return [...files].map(([name, bytes]) => withSlashes({ path: name, content: new Blob([bytes as BlobPart]) }));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** Path of the folder that has the plan, the outermost such one; undefined where there is no plan. */
function rootOf(paths: readonly string[]): string | undefined {
  const roots = paths.filter((path) => baseOf(path) === planName(1)).map((path) => path.slice(0, -planName(1).length));
  return roots.sort((a, b) => a.length - b.length)[0];
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

async function plansAmong(files: readonly BroughtFile[]): Promise<BroughtSweep['plans']> {
  const byNumber = new Map(files.map((file) => [numberIn(file.path, planName), file]));
  byNumber.delete(undefined);
  const plans: BroughtSweep['plans'] = [];
  for (let n = 1; byNumber.has(n); n++) {
    const { path, content } = byNumber.get(n)!;
    if (content.size > PLAN_BYTES) throw new Error(`${path}: larger than ${PLAN_BYTES / 1024 ** 2} MB`);
    plans.push({ path, text: await content.text() });
  }
  const later = [...byNumber.keys()].find((n) => n! > plans.length);
  if (later !== undefined) throw new Error(`${planName(later)}: ${planName(plans.length + 1)} before it is missing`);
  return plans;
}

/** Reads a file of a shard. @throws {Error} one sentence, where it is damaged. */
export async function readBrought({ path, content }: BroughtFile): Promise<BroughtShard> {
  if (content.size > FILE_BYTES) throw new Error(`${path}: larger than ${FILE_BYTES / 1024 ** 3} GB`);
  const bytes = new Uint8Array(await content.arrayBuffer());
  try {
    const footer = verifiedFooter(bytes);
    const named = numberIn(baseOf(path), footer.content === 'runs' ? shardName : seriesName);
    return { path, bytes, footer, shard: named ?? footer.origin.shard };
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
