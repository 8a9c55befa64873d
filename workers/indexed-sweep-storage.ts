import { bytesOfFiles, type KeptSweep, type ShardSize, type SweepStorage } from './sweep-storage.ts';

// In a database of its own, so that scenarios and sweeps cannot spoil each other. Bytes stand as ArrayBuffers: browsers differ in the
// rest. A shard, its series, its size and the sums of its sweep are kept in one transaction: all of it, or nothing.

const HEADS = 'sweeps';
const PLANS = 'plans';
const SIZES = 'sizes';
const SHARDS = 'shards';
const SERIES = 'series';
const ALL = [HEADS, PLANS, SIZES, SHARDS, SERIES];

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    const { result } = request;
    result.createObjectStore(HEADS, { keyPath: 'key' });
    for (const store of ALL.slice(1)) result.createObjectStore(store);
  };
  return answered(request);
}

/** All keys that begin with that of a sweep: those of its shards and plans are [key, number]. */
const within = (key: string): IDBKeyRange => IDBKeyRange.bound([key], [key, []]);

/**
 * Opens the storage of this browser.
 * @throws what the browser says where it keeps nothing.
 */
export async function openIndexedStorage(name = 'foedus-sweeps'): Promise<SweepStorage> {
  let database: Promise<IDBDatabase> | undefined;
  const current = (): Promise<IDBDatabase> => {
    if (database) return database;
    const mine = opened(name);
    const forget = (): void => {
      if (database === mine) database = undefined;
    };
    // A browser may close it, as when a person clears what pages keep: it is opened again when it is next wanted.
    mine.then((open) => {
      open.onclose = forget;
      open.onversionchange = () => {
        open.close();
        forget();
      };
    }, forget);
    database = mine;
    return mine;
  };
  await current();
  const read = async <T>(store: string, ask: (from: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    answered(ask((await current()).transaction(store).objectStore(store)));

  /** What was written is kept only once its transaction is through: the place may turn out too small at its end. */
  async function write(work: (to: (store: string) => IDBObjectStore, fail: (why: Error) => void) => void) {
    const transaction = (await current()).transaction(ALL, 'readwrite');
    await new Promise<void>((resolve, reject) => {
      let refused: Error | undefined;
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(refused ?? transaction.error ?? new Error('the browser kept nothing'));
      work(
        (store) => transaction.objectStore(store),
        (why) => {
          refused = why;
          transaction.abort();
        },
      );
    });
  }

  const bytesAt = async (store: string, key: string, shard: number): Promise<Uint8Array | undefined> => {
    const buffer = (await read(store, (from) => from.get([key, shard]))) as ArrayBuffer | undefined;
    return buffer && new Uint8Array(buffer);
  };

  return {
    heads: () => read(HEADS, (from) => from.getAll() as IDBRequest<KeptSweep[]>),
    plans: (key) => read(PLANS, (from) => from.getAll(within(key)) as IDBRequest<string[]>),
    create: (head, plans) =>
      write((to) => {
        const there = to(HEADS).get(head.key) as IDBRequest<KeptSweep | undefined>;
        there.onsuccess = () => {
          to(HEADS).put(there.result ? { ...there.result, runs: head.runs } : head);
          plans.forEach((text, n) => {
            to(PLANS).put(text, [head.key, n]);
          });
        };
      }),
    shards: (key) => read(SIZES, (from) => from.getAll(within(key)) as IDBRequest<ShardSize[]>),
    putShard: (key, shard, files, rows) =>
      write((to, fail) => {
        const at = [key, shard];
        const head = to(HEADS).get(key) as IDBRequest<KeptSweep | undefined>;
        const size = to(SIZES).get(at) as IDBRequest<ShardSize | undefined>;
        // Requests of one transaction are answered in their order.
        size.onsuccess = () => {
          if (!head.result) return fail(new Error('the sweep was erased'));
          if (size.result) return;
          const { finished, bytes } = head.result;
          to(SHARDS).put(bufferOf(files.shard), at);
          if (files.series) to(SERIES).put(bufferOf(files.series), at);
          to(SIZES).put(
            { shard, bytes: files.shard.length, seriesBytes: files.series?.length } satisfies ShardSize,
            at,
          );
          to(HEADS).put({
            ...head.result,
            finished: finished + rows,
            bytes: bytes + bytesOfFiles(files),
            changed: Date.now(),
          } satisfies KeptSweep);
        };
      }),
    shard: (key, shard) => bytesAt(SHARDS, key, shard),
    series: (key, shard) => bytesAt(SERIES, key, shard),
    erase: (key) =>
      write((to) => {
        to(HEADS).delete(key);
        for (const store of ALL.slice(1)) to(store).delete(within(key));
      }),
  };
}

/** The bytes alone, of whatever larger buffer they are a part. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer =>
  bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
