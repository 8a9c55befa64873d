import { serialize, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { record } from '../sim/history/record.ts';
import type { Model } from '../sim/model/model.ts';

/** Memory that a long run uses, in bytes unless stated otherwise. */
export interface Footprint {
  ticks: number;
  seconds: number;
  /** Growth of the heap after garbage collection. */
  heap: number;
  buffers: number;
  resident: number;
  /** Largest resident size during the run, garbage included, above the start. */
  peak: number;
  keyframes: { count: number; bytes: number };
  series: { samples: number; bytes: number };
  digests: number;
  /** Bytes as they would be sent to another thread; as objects in the heap they take several times that. */
  events: { kept: number; happened: number; bytes: number };
  chronicle: { alliances: number; bytes: number };
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export function footprint(model: Model, ticks: number): Footprint {
  collect();
  const before = process.memoryUsage();
  const begun = performance.now();
  const { history, advance } = record(model, 'memory', [], { ticks });
  let highest = 0;
  while (advance(Math.ceil(ticks / 100))) highest = Math.max(highest, process.memoryUsage().rss);
  const seconds = (performance.now() - begun) / 1000;
  collect();
  const after = process.memoryUsage();
  const { keyframes, series, digests, events, happened, chronicle } = history;
  return {
    ticks,
    seconds,
    heap: after.heapUsed - before.heapUsed,
    buffers: after.arrayBuffers - before.arrayBuffers,
    resident: after.rss - before.rss,
    peak: Math.max(highest, after.rss) - before.rss,
    keyframes: { count: keyframes.length, bytes: keyframes.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) },
    series: { samples: series.samples, bytes: series.world.byteLength + series.actors.byteLength },
    digests: digests.byteLength,
    events: { kept: events.length, happened, bytes: serialize(events).byteLength },
    chronicle: { alliances: chronicle.alliances.length, bytes: serialize(chronicle).byteLength },
  };
}
