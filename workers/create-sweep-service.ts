import type { ScenariosById } from '../formats/link/link.ts';
import { planName, seriesName, shardName } from '../formats/sweep/folder-names.ts';
import { originFault } from '../formats/sweep/parquet-footer.ts';
import { openZip } from '../formats/sweep/zip.ts';
import { faultSentence } from '../sim/check/check.ts';
import { digestText } from '../sim/exact/hash.ts';
import { nameOf } from '../sim/experiment/sweep/entry-values.ts';
import { type HashedPlan, originOf } from '../sim/experiment/sweep/hashed-plan.ts';
import { planText, type SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { planOfRun } from '../sim/experiment/sweep/run-of-sweep.ts';
import { measuredColumns } from '../sim/experiment/sweep/run-values.ts';
import { type BroughtShard, readBrought, sortBrought } from './brought-files.ts';
import { demandEngine, openRunningSweep, type RunningSweep, type SweepHost } from './kept-sweep.ts';
import { estimateOf } from './sweep-estimate.ts';
import { sweepError } from './sweep-fault.ts';
import type { SweepService } from './sweep-service.ts';
import type { KeptSweep } from './sweep-storage.ts';
import type { AskSweepWorker } from './sweep-worker.ts';

export interface SweepServiceParts extends SweepHost {
  /** Answer what takes long: of drafts, of plans and runs, and of tables. Each has a worker of its own, so that none ends another. */
  askChecker: AskSweepWorker;
  askReader: AskSweepWorker;
  askAnalyst: AskSweepWorker;
  /** ms since 1970 */
  date(): number;
  /** Another sweep is kept, or one no more. */
  listChanged(): void;
}

/** Cells of a table that a page holds: some three hundred megabytes. */
const MOST_CELLS = 40_000_000;

export function createSweepService(parts: SweepServiceParts): SweepService {
  const { storage, askChecker, askReader, askAnalyst } = parts;
  const open = new Map<string, Promise<RunningSweep>>();

  /** A plan that is kept was checked when it came. */
  async function opened(key: string): Promise<RunningSweep> {
    const texts = await storage.plans(key);
    if (texts.length === 0) throw sweepError({ kind: 'erased', sentence: 'this sweep is kept no more' });
    const plans = texts.map((text): HashedPlan => ({ plan: JSON.parse(text), hash: digestText(text) }));
    return openRunningSweep(key, plans, parts);
  }

  function sweep(key: string): Promise<RunningSweep> {
    let found = open.get(key);
    if (!found) {
      found = opened(key);
      open.set(key, found);
      found.catch(() => open.delete(key));
    }
    return found;
  }

  async function keep(plans: readonly HashedPlan[]): Promise<string> {
    const key = plans[0]!.hash;
    demandRoom(plans);
    const kept = await storage.plans(key);
    if (kept.length >= plans.length) return key;
    if (kept.length > 0 && (await open.get(key))?.progress().workers)
      throw sweepError({ kind: 'other', sentence: 'the sweep is running: stop it before more plans are added' });
    const { plan } = plans[0]!;
    await storage.create(
      { ...headOf(plan, key, parts.date()), runs: plans.reduce((sum, one) => sum + one.plan.runs, 0) },
      plans.map((one) => planText(one.plan)),
    );
    open.delete(key);
    parts.listChanged();
    return key;
  }

  async function checked(texts: readonly { path: string; text: string }[]): Promise<HashedPlan[]> {
    const found = await askReader((worker) => worker.checkPlans(texts.map(({ text }) => text)));
    if ('value' in found) return found.value;
    throw new Error(`${texts[found.plan]!.path}: ${faultSentence(found.faults[0]!)}`);
  }

  /** The kept sweep whose plan shards are of; loose shards say it by its hash. */
  async function keyOf(hash: string): Promise<string | undefined> {
    const heads = await storage.heads();
    if (heads.some(({ key }) => key === hash)) return hash;
    for (const { key } of heads) if ((await storage.plans(key)).some((text) => digestText(text) === hash)) return key;
    return undefined;
  }

  const planAt = async (key: string, run: number): Promise<SweepPlan> => {
    const found = planOfRun((await sweep(key)).plans, run);
    if (!found) throw new Error(`there is no run ${run}`);
    demandEngine(found.plan);
    return found.plan;
  };

  async function files(key: string): Promise<{ path: string; bytes: number; content(): Promise<Uint8Array> }[]> {
    const { plans, sizes } = await sweep(key);
    const encoder = new TextEncoder();
    const texts = plans.map(({ plan }, n) => {
      const bytes = encoder.encode(planText(plan));
      return { path: planName(n + 1), bytes: bytes.length, content: async () => bytes };
    });
    const there = async (bytes: Promise<Uint8Array | undefined>): Promise<Uint8Array> => {
      const found = await bytes;
      if (found) return found;
      throw sweepError({ kind: 'erased', sentence: 'this sweep is kept no more' });
    };
    const shards = sizes().flatMap(({ shard, bytes, seriesBytes }) => [
      { path: `shards/${shardName(shard)}`, bytes, content: () => there(storage.shard(key, shard)) },
      ...(seriesBytes === undefined
        ? []
        : [
            {
              path: `series/${seriesName(shard)}`,
              bytes: seriesBytes,
              content: () => there(storage.series(key, shard)),
            },
          ]),
    ]);
    return [...texts, ...shards];
  }

  return {
    async check(draft) {
      const found = await askChecker((worker) => worker.outline(draft));
      return 'value' in found ? { value: { plan: found.value.plan, key: found.value.hash } } : found;
    },

    choices: (scenario) => askChecker((worker) => worker.choices(scenario)),

    estimate: (draft) => estimateOf(parts, draft),

    kept: async () => ({
      sweeps: (await storage.heads()).sort((a, b) => b.changed - a.changed || (a.key < b.key ? -1 : 1)),
      fault: parts.fault,
    }),

    async create(draft) {
      const found = await askReader((worker) => worker.outline(draft));
      if ('faults' in found) throw new Error(faultSentence(found.faults[0]!));
      return keep([found.value]);
    },

    async bring(brought) {
      const { plans, shards } = await sortBrought(brought);
      if (plans.length === 0 && shards.length === 0)
        throw new Error(`no sweep is here: there is no ${planName(1)} and no shard`);
      const first = plans.length === 0 ? await readBrought(shards[0]!) : undefined;
      const key = first ? await keyOf(first.footer.origin.plan) : await keep(await checked(plans));
      if (key === undefined)
        throw new Error(`${first!.path}: the plan of this shard is not kept here: open ${planName(1)} with it`);
      const { plans: known, sizes, refresh } = await sweep(key);
      const present = new Set(sizes().map(({ shard }) => shard));
      const waiting = new Map<number, { runs?: BroughtShard; series?: BroughtShard }>();
      for (const file of shards) {
        const read = await readBrought(file);
        const of = planOfShard(known, read.shard);
        if (!of) throw new Error(`${read.path}: the plan has no shard ${read.shard}`);
        const { rows: _, ...origin } = originOf(of, read.shard);
        const { content } = read.footer;
        const fault = originFault(read.footer, content === 'runs' ? originOf(of, read.shard) : origin, content);
        if (fault !== undefined) throw new Error(`${read.path}: ${fault}`);
        if (present.has(read.shard)) continue;
        const pair = waiting.get(read.shard) ?? {};
        pair[content] = read;
        waiting.set(read.shard, pair);
        if (!pair.runs || (of.plan.series && !pair.series)) continue;
        const whole = { shard: pair.runs.bytes, series: of.plan.series && pair.series?.bytes };
        await storage.putShard(key, read.shard, whole, pair.runs.footer.origin.rows);
        waiting.delete(read.shard);
      }
      await refresh();
      parts.listChanged();
      // Of a killed command series may stand alone: their shard is made again.
      const lone = [...waiting.values()].find(({ runs }) => runs)?.runs;
      if (lone)
        throw new Error(`${lone.path}: its per-tick series are missing: bring series/${seriesName(lone.shard)}`);
      return key;
    },

    async erase(key) {
      const running = await open.get(key)?.catch(() => undefined);
      await running?.stop();
      const isAlone = await parts.alone(key, () => storage.erase(key));
      if (!isAlone) throw sweepError({ kind: 'elsewhere', sentence: 'another tab runs this sweep' });
      open.delete(key);
      parts.listChanged();
    },

    async plans(key) {
      const found = await sweep(key);
      await found.refresh();
      return found.plans.map(({ plan }) => plan);
    },
    progress: async (key) => (await sweep(key)).progress(),
    async start(key, workers) {
      await (await sweep(key)).start(workers);
      parts.listChanged();
    },
    stop: async (key) => (await sweep(key)).stop(),
    rows: async (key, from, to) => (await sweep(key)).table.rows(from, to),
    async columns(key, names) {
      const { table } = await sweep(key);
      return names.map((name) => table.column(name));
    },
    series: async (key, run) => (await sweep(key)).seriesOf(run),
    async analysis(key) {
      const { plans, table } = await sweep(key);
      const names = measuredColumns(plans.at(-1)!.plan).map(({ name }) => name);
      const columns = names.map((name) => table.column(name) as Float64Array);
      const statuses = table.column('status') as readonly (string | null)[];
      return askAnalyst((worker) =>
        worker.analyse(
          plans.map(({ plan }) => plan),
          { names, columns, statuses },
        ),
      );
    },
    async runOf(key, run) {
      const plan = await planAt(key, run);
      const [row] = (await sweep(key)).table.rows(run, run + 1);
      if (row?.at(-2) === 'refused') throw new Error(String(row.at(-1)));
      const request = await askReader((worker) => worker.requestOf(plan, run));
      if ('refused' in request) throw new Error(request.refused);
      return request;
    },
    async linkOf(key, run, scenarios: ScenariosById) {
      const plan = await planAt(key, run);
      return askReader((worker) => worker.linkOf(plan, run, scenarios));
    },
    files: async (key) => (await files(key)).map(({ path, bytes }) => ({ path, bytes })),
    async file(key, path) {
      const found = (await files(key)).find((file) => file.path === path);
      if (!found) throw new Error(`there is no file ${JSON.stringify(path.slice(0, 80))}`);
      return found.content();
    },
    async zip(key) {
      const pieces: BlobPart[] = [];
      const zip = openZip((piece) => pieces.push(piece as BlobPart));
      for (const { path, content } of await files(key)) zip.add(path, await content());
      zip.finish();
      return new Blob(pieces, { type: 'application/zip' });
    },
  };
}

const headOf = ({ spec, engine, runs }: SweepPlan, key: string, changed: number): KeptSweep => ({
  key,
  title: String(spec.scenario.title ?? spec.scenario.id ?? ''),
  scenario: String(spec.scenario.id ?? ''),
  varied: spec.vary.map(nameOf),
  engine,
  runs,
  finished: 0,
  bytes: 0,
  changed,
});

function demandRoom(plans: readonly HashedPlan[]): void {
  const runs = plans.reduce((sum, { plan }) => sum + plan.runs, 0);
  if (runs * plans[0]!.plan.columns.length > MOST_CELLS)
    throw sweepError({ kind: 'large', sentence: `${runs} runs are more than a page holds: the command runs them` });
}

const planOfShard = (plans: readonly HashedPlan[], shard: number): HashedPlan | undefined =>
  plans.find(
    ({ plan: { numbering, shards } }) => shard >= numbering.firstShard && shard < numbering.firstShard + shards,
  );
