// `npm run bench -- --against REV`: compares the engine and the command of the working tree with those of an earlier commit.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuild, root } from '../../scripts/setup.mjs';
import { ordinaryScenario } from '../scenario.ts';
import type { FormerBuild } from './former-build.ts';
import { LEAST_ROUNDS } from './median-ratio.ts';
import { type Both, type Timed, takePairs } from './pairs.ts';
import { bundleTimingProgram, startRival } from './rival.ts';
import type { Task } from './timing-program.ts';

/** Every round has its own processes, and each process times `batches` batches. */
interface TaskMeasure {
  name: string;
  task: Omit<Task, 'scenario'>;
  scenario: 'europe' | 'nato' | number;
  batches: number;
}

const TICKS = 200;
const TASKS: readonly TaskMeasure[] = [
  {
    name: 'europe-1879-1914, five warm runs',
    task: { kind: 'run', size: 5, warmUp: 30 },
    scenario: 'europe',
    batches: 40,
  },
  { name: 'N = 20, 50 ticks', task: { kind: 'advance', size: 50, warmUp: 80 }, scenario: 20, batches: 200 },
  { name: 'N = 60, 20 ticks', task: { kind: 'advance', size: 20, warmUp: 60 }, scenario: 60, batches: 160 },
  { name: 'N = 200, 4 ticks', task: { kind: 'advance', size: 4, warmUp: 50 }, scenario: 200, batches: 100 },
  { name: 'N = 1000, one tick', task: { kind: 'advance', size: 1, warmUp: 10 }, scenario: 1000, batches: 40 },
  { name: 'N = 1000, loading', task: { kind: 'load', size: 1, warmUp: 2 }, scenario: 1000, batches: 6 },
  { name: 'nato, reading and loading', task: { kind: 'read', size: 2, warmUp: 30 }, scenario: 'nato', batches: 40 },
  { name: 'N = 60, ten seeks', task: { kind: 'seek', size: 10, warmUp: 20 }, scenario: 60, batches: 40 },
  {
    name: 'list of 10,000 digests',
    task: { kind: 'digests', size: 1, warmUp: 40, ticks: 10_000 },
    scenario: 'europe',
    batches: 60,
  },
];

/** Every round is a process. */
const commandsOf = (quick: boolean) => [
  { args: ['list'], rounds: quick ? 10 : 40 },
  { args: ['run', 'europe-1879-1914', '--json'], rounds: quick ? 10 : 40 },
  {
    args: ['odds', 'europe-1879-1914', '--seeds', quick ? '100' : '1000', '--json'],
    rounds: quick ? LEAST_ROUNDS : 15,
  },
];

export interface EngineComparison {
  measures: Timed[];
  /** Names of the tasks in which the two engines reached different states. */
  different: string[];
}

export async function compareEngines(former: FormerBuild, quick: boolean): Promise<EngineComparison> {
  await ensureBuild();
  const programs: Both<string> = {
    now: await bundleTimingProgram(root, join(former.workshop, 'timing-now')),
    former: await bundleTimingProgram(former.folder, join(former.workshop, 'timing-former')),
  };
  const measures: Timed[] = [];
  const different: string[] = [];
  for (const measure of TASKS) {
    process.stderr.write(`${measure.name} …\n`);
    const found = await timeTask(programs, measure, fileOf(measure.scenario, former), quick);
    measures.push({ name: measure.name, rounds: found.rounds });
    if (!found.isSame) different.push(measure.name);
  }
  for (const { args, rounds } of commandsOf(quick)) {
    process.stderr.write(`foedus ${args.join(' ')} …\n`);
    measures.push({
      name: `\`foedus ${args.join(' ')}\``,
      rounds: await timeCommand(former, args, rounds),
    });
  }
  return { measures, different };
}

/** Both engines get the same file, that of the former commit: an engine does not know what scenarios learned to say later. */
function fileOf(scenario: TaskMeasure['scenario'], { folder, workshop }: FormerBuild): string {
  const bundled = { europe: 'europe-1879-1914', nato: 'nato' };
  const file = join(workshop, `${scenario}.json`);
  const text =
    typeof scenario === 'number'
      ? JSON.stringify(ordinaryScenario(scenario, TICKS))
      : readFileSync(join(folder, 'scenarios', `${bundled[scenario]}.json`), 'utf8');
  writeFileSync(file, text);
  return file;
}

async function timeTask(programs: Both<string>, { task, batches }: TaskMeasure, scenario: string, quick: boolean) {
  const rounds = [];
  let isSame = true;
  for (let round = 0; round < (quick ? LEAST_ROUNDS : 15); round++) {
    const [now, former] = await Promise.all(
      [programs.now, programs.former].map((program) => startRival(program, { ...task, scenario })),
    );
    isSame &&= now!.digest === former!.digest;
    const count = quick ? Math.ceil(batches / 4) : batches;
    rounds.push(await takePairs(count, round, { now: now!, former: former! }, (rival) => rival.batch()));
    now!.stop();
    former!.stop();
  }
  return { rounds, isSame };
}

async function timeCommand(former: FormerBuild, args: readonly string[], rounds: number) {
  const command = 'dist/cli/foedus.js';
  const programs: Both<string> = { now: join(root, command), former: join(former.folder, command) };
  const cost = (program: string): number => {
    const begun = performance.now();
    const { status } = spawnSync(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
    return performance.now() - begun;
  };
  await takePairs(1, 0, programs, cost); // the first start finds nothing in the system's caches
  const found = [];
  for (let round = 0; round < rounds; round++) found.push(await takePairs(1, round, programs, cost));
  return found;
}
