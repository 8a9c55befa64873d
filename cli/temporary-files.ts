import { readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { digestText } from '../sim/exact/hash.ts';
import { isAlive } from './output-target.ts';

/**
 * Where the number of a process means something: one machine since it was started, and in it one space of process numbers, since every
 * container counts from 1.
 */
const processSpace = (): string => (space ??= digestText([hostname(), ...SYSTEM.map(said)].join('\n')));
let space: string | undefined;

const SYSTEM: readonly (() => string)[] = [
  () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'),
  () => readlinkSync('/proc/self/ns/pid'),
];

function said(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

/** The name of a file under way: hidden, so that no pattern such as `*.parquet` takes it. */
export const temporaryName = (name: string): string => `.${name}.${processSpace()}-${process.pid}.tmp`;

const NAME = /^\..+\.([0-9a-f]{16})-([1-9]\d{0,9})\.tmp$/;

/** A file under way is whole within seconds. So one that a day has passed over is of a process that ended, wherever that was. */
const DAY = 24 * 60 * 60 * 1_000;

/** Removes what processes left in a folder that were ended before they could clear up: of others, only what is surely left. */
export function clearTemporaries(folder: string): void {
  for (const name of namesOf(folder)) {
    const [, of, pid] = NAME.exec(name) ?? [];
    if (of === undefined) continue;
    const file = join(folder, name);
    try {
      const isLeft = of === processSpace() ? !isAlive(Number(pid)) : Date.now() - statSync(file).mtimeMs > DAY;
      if (isLeft) rmSync(file, { force: true });
    } catch {} // another process was faster, or the folder is read-only
  }
}

function namesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
