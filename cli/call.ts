import { existsSync } from 'node:fs';
import type { AnalyseOptions } from './analyse.ts';
import type { ClassroomOptions } from './classroom.ts';
import type { CompareOptions } from './compare.ts';
import type { OddsOptions } from './odds.ts';
import type { RunOptions } from './run.ts';
import { couldBeId } from './scenario-id.ts';
import type { ShardOptions } from './shard.ts';
import type { SweepOptions } from './sweep-options.ts';
import { complain } from './terminal.ts';

/** What the command was asked to do. It can be sent to a thread. */
export type Call =
  | { command: 'list'; options: { json?: boolean } }
  | { command: 'validate'; files: string[] }
  | { command: 'verify'; file: string }
  | { command: 'run'; scenario: string; options: RunOptions }
  | { command: 'compare'; scenario: string; options: CompareOptions }
  | { command: 'odds'; scenario: string; options: OddsOptions }
  | { command: 'sweep'; file: string; options: SweepOptions }
  | { command: 'status' | 'missing' | 'merge' | 'archive'; dir: string; options: FolderOptions }
  | { command: 'analyse'; dir: string | undefined; options: AnalyseOptions }
  | { command: 'shard'; options: ShardOptions }
  | { command: 'classroom'; options: ClassroomOptions };

/** What is asked of a folder of a sweep. */
export interface FolderOptions {
  json?: boolean;
  out?: string;
  first?: string;
  offset?: string;
  complete?: boolean;
}

export const BAD_INPUT = 2;

/** Does what was asked. Each command is loaded when it is called for: the help and a slip of the pen need none of them. */
export async function perform(call: Call): Promise<void> {
  switch (call.command) {
    case 'list':
      return (await import('./list.ts')).listCommand(call.options);
    case 'validate':
      return (await import('./validate.ts')).validateCommand(call.files);
    case 'verify':
      return (await import('./verify.ts')).verifyCommand(call.file);
    case 'run':
      return (await import('./run.ts')).runCommand(call.scenario, call.options);
    case 'compare':
      return (await import('./compare.ts')).compareCommand(call.scenario, call.options);
    case 'odds':
      return (await import('./odds.ts')).oddsCommand(call.scenario, call.options);
    case 'sweep':
      return (await import('./sweep.ts')).sweepCommand(call.file, call.options);
    case 'status':
      return (await import('./sweep-status.ts')).statusCommand(call.dir, call.options);
    case 'missing':
      return (await import('./sweep-status.ts')).missingCommand(call.dir, call.options);
    case 'merge':
      return (await import('./sweep-status.ts')).mergeCommand(call.dir, call.options);
    case 'analyse':
      return (await import('./analyse.ts')).analyseCommand(call.dir, call.options);
    case 'archive':
      return (await import('./sweep-archive.ts')).archiveCommand(call.dir, call.options);
    case 'shard':
      return (await import('./shard.ts')).shardCommand(call.options);
    case 'classroom':
      return (await import('./classroom.ts')).classroomCommand(call.options);
  }
}

/** Ends a command that cannot be done, with one sentence. */
export function refuse(sentence: string): void {
  complain(sentence);
  process.exitCode = BAD_INPUT;
}

/**
 * Whether a call reads what a stranger may have written, which can take any time before the first pause. The scenarios of the list are
 * known to be quick. A name that could be one of theirs is a stranger’s only where there is a file of that name.
 */
export function isOfStranger(call: Call): boolean {
  // A server hears signals itself, and checks what it is sent in its own time.
  if (call.command === 'list' || call.command === 'classroom') return false;
  if (call.command !== 'run' && call.command !== 'odds') return true;
  const { scenario, options } = call;
  const isChanged = (options.set?.length ?? 0) > 0 || ('with' in options && options.with !== undefined);
  return isChanged || ('row' in options && options.row !== undefined) || !couldBeId(scenario) || existsSync(scenario);
}
