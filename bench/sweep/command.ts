import { spawn } from 'node:child_process';
import { join } from 'node:path';

// The built command in processes of its own, and what they use.

/** What a process used, its threads and its start included. */
export interface Use {
  out: string;
  code: number | null;
  /** Seconds of processor time, user and system. */
  cpu: number;
  /** Seconds from its start to its end. */
  wall: number;
  /** Its largest resident size, in megabytes. */
  megabytes: number;
}

const root = process.cwd();
const MARK = 'bench-use:';

/** Run before the command; says at its end what it used. */
const AT_EXIT = `process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write('\\n${MARK}'+JSON.stringify({cpu:(u.userCPUTime+u.systemCPUTime)/1e6,megabytes:u.maxRSS/1024})+'\\n')})`;

/** Starts `foedus ARGS`. @param onStart is given what ends it at once, as kill −9 does. */
export function foedus(args: readonly string[], onStart?: (kill: () => void) => void): Promise<Use> {
  // Threads inherit what is required, but have no process to speak of.
  const source = `const {isMainThread}=require('node:worker_threads');if(isMainThread)${AT_EXIT}`;
  const preload = `data:text/javascript,${encodeURIComponent(`import{createRequire}from'node:module';const require=createRequire('${root}/');${source}`)}`;
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', preload, join(root, 'dist/cli/foedus.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onStart?.(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => {
    if (out.length < 1e6) out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const wall = (performance.now() - begun) / 1_000;
      const told = err.lastIndexOf(MARK);
      if (told < 0 && child.signalCode === null) reject(new Error(`foedus ${args.join(' ')}: ${err}`));
      const { cpu = Number.NaN, megabytes = Number.NaN } = told < 0 ? {} : JSON.parse(err.slice(told + MARK.length));
      resolve({ out, code, cpu, wall, megabytes });
    });
  });
}

/** As foedus, where anything but success is an error. */
export async function succeed(args: readonly string[]): Promise<Use> {
  const use = await foedus(args);
  if (use.code !== 0) throw new Error(`foedus ${args.join(' ')} ended with code ${use.code}`);
  return use;
}
