import type { ShardFiles } from '../formats/sweep/shard-files.ts';

/** What is told of a kept sweep without reading it. */
export interface KeptSweep {
  /** The hash of its first plan. */
  key: string;
  title: string;
  /** Id of its scenario. */
  scenario: string;
  /** Names of what varies. */
  varied: readonly string[];
  engine: string;
  runs: number;
  /** Runs in kept shards, and the bytes of these and their series. */
  finished: number;
  bytes: number;
  /** When something was last kept, ms since 1970. */
  changed: number;
}

/** Bytes of a kept shard, and of its series. */
export interface ShardSize {
  shard: number;
  bytes: number;
  seriesBytes: number | undefined;
}

/** Where sweeps are kept: a plan and the files of its finished shards. Every call may reject with what the browser says. */
export interface SweepStorage {
  heads(): Promise<KeptSweep[]>;
  /** The texts of its plans, in order; none where the sweep is not kept. */
  plans(key: string): Promise<string[]>;
  /** Keeps a sweep that is not kept, or the later plans of one that is. */
  create(head: KeptSweep, plans: readonly string[]): Promise<void>;
  /** Its kept shards, in order. */
  shards(key: string): Promise<ShardSize[]>;
  /** Keeps a shard with its series, or nothing of them. @param rows number of its runs. */
  putShard(key: string, shard: number, files: ShardFiles, rows: number): Promise<void>;
  /** undefined where it is not kept */
  shard(key: string, shard: number): Promise<Uint8Array | undefined>;
  series(key: string, shard: number): Promise<Uint8Array | undefined>;
  erase(key: string): Promise<void>;
}

/** Where the browser keeps nothing: sweeps live as long as the worker. */
export function memoryStorage(now: () => number): SweepStorage {
  const sweeps = new Map<string, { head: KeptSweep; plans: readonly string[]; files: Map<number, ShardFiles> }>();
  return {
    heads: async () => [...sweeps.values()].map(({ head }) => ({ ...head })),
    plans: async (key) => [...(sweeps.get(key)?.plans ?? [])],
    async create(head, plans) {
      const there = sweeps.get(head.key);
      if (there) Object.assign(there, { plans, head: { ...there.head, runs: head.runs } });
      else sweeps.set(head.key, { head: { ...head }, plans, files: new Map() });
    },
    shards: async (key) =>
      [...(sweeps.get(key)?.files ?? [])]
        .map(([shard, files]) => ({ shard, bytes: files.shard.length, seriesBytes: files.series?.length }))
        .sort((a, b) => a.shard - b.shard),
    async putShard(key, shard, files, rows) {
      const sweep = sweeps.get(key);
      if (!sweep) throw new Error('the sweep was erased');
      if (sweep.files.has(shard)) return;
      sweep.files.set(shard, files);
      sweep.head.finished += rows;
      sweep.head.bytes += bytesOfFiles(files);
      sweep.head.changed = now();
    },
    shard: async (key, shard) => sweeps.get(key)?.files.get(shard)?.shard,
    series: async (key, shard) => sweeps.get(key)?.files.get(shard)?.series,
    erase: async (key) => void sweeps.delete(key),
  };
}

export const bytesOfFiles = ({ shard, series }: ShardFiles): number => shard.length + (series?.length ?? 0);
