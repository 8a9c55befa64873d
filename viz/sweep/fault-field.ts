import type { Fault } from '../../sim/schema/fault.ts';
import { namedEntries, type PlanForm } from './form.ts';

/** Fields outside the entries, by the part of the sweep that they say. */
const FIELDS: readonly (readonly [part: RegExp, field: string])[] = [
  [/^design\.size/, 'sweep-size'],
  [/^design\.levels/, 'sweep-levels'],
  [/^design\.points/, 'sweep-points'],
  [/^design/, 'sweep-design'],
  [/^replicates/, 'sweep-replicates'],
  [/^seed/, 'sweep-seed'],
  [/^commonRandomNumbers/, 'sweep-common'],
  [/^measure\.analyses/, 'sweep-analyses'],
  [/^measure\.end/, 'sweep-end'],
  [/^measure\.every\.ticks/, 'sweep-every'],
  [/^measure\.every/, 'sweep-series'],
  [/^stop/, 'sweep-stop'],
  [/^limits/, 'sweep-seconds'],
  [/^runsPerShard/, 'sweep-shard'],
];

/** The id of the field that a fault is about; undefined where the screen has none for it. */
export function fieldOfFault({ path }: Pick<Fault, 'path'>, form: PlanForm): string | undefined {
  if (form.points?.kind === 'csv' && path === form.points.file) return 'sweep-points';
  const [, place, ofWindow] = /^measure\.windows\[(\d+)\]\.(\w+)/.exec(path) ?? [];
  if (place !== undefined) return `sweep-window-${ofWindow}-${form.windows[Number(place)]?.key}`;
  const [, number, part = ''] = /^vary\[(\d+)\](?:\.([\w.]+))?/.exec(path) ?? [];
  if (number === undefined) {
    if (form.design === 'points' && path.startsWith('design')) return 'sweep-points';
    return FIELDS.find(([of]) => of.test(path))?.[1];
  }
  const entry = namedEntries(form)[Number(number)];
  if (!entry) return undefined;
  const last = part.split('.').at(-1)!;
  const own = ['as', 'values', 'from', 'to', 'steps', 'mean', 'sd', 'mode', 'distribution', 'expression'];
  return `sweep-${own.includes(last) ? last : 'path'}-${entry.key}`;
}
