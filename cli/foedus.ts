#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ENGINE } from '../sim/engine/version.ts';
import { BAD_INPUT, type Call, type FolderOptions, isOfStranger, perform, refuse } from './call.ts';
import { endEarly, hearSignals } from './ending.ts';
import type { RunOptions } from './run.ts';
import type { SweepOptions } from './sweep-options.ts';

hearSignals();
/** Whoever reads us may stop reading: that is no fault. Any other trouble with the output is one. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') refuse(`standard output: ${error.message}`);
  endEarly();
});
/** What cannot be said is trouble too, though nobody is told. */
process.stderr.on('error', () => {
  process.exitCode = BAD_INPUT;
});

/** In a thread where it reads what a stranger wrote. Our own scenarios run here: a thread's start costs as much as a small run. */
async function answer(call: Call): Promise<void> {
  if (!isOfStranger(call)) return perform(call);
  (await import('./command-thread.ts')).performInThread(call);
}

const gather = (value: string, before: string[] = []): string[] => [...before, value];

function program(): Command {
  const foedus = new Command('foedus')
    .description('Simulates how alliances form, share burdens, survive shocks and collapse.')
    .version(ENGINE)
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} });
  foedus
    .command('list')
    .description('lists the bundled scenarios')
    .option('--json', 'prints them as a JSON array')
    .action((options) => answer({ command: 'list', options }));
  foedus
    .command('validate')
    .description('checks scenarios and run files; prints one line per error')
    .argument('<file...>')
    .action((files) => answer({ command: 'validate', files }));
  foedus
    .command('run')
    .description('runs a scenario and prints its alliances and metrics')
    .argument('[scenario]', 'an id from list, a file, or a link to a run in quotes')
    .option('--row <dir:run>', 'a run of a sweep, instead of a scenario: its folder and its number')
    .option('--seed <seed>', 'random seed: any text (default: 1, or the seed of the link)')
    .option('--ticks <number>', 'number of ticks (default: the scenario’s)')
    .option(
      '--set <path=value>',
      'sets a value of the scenario: actors.us.loyalty=0.2 or actors[3].loyalty=0.2',
      gather,
    )
    .option('--with <file>', 'file of interventions: a JSON array')
    .option('--json', 'prints the result as JSON')
    .option('--link', 'prints a link to the run: append it to the address of any Foedus page')
    .option(
      '--out <file>',
      'writes the run (.json), its events (.ndjson), a table (.csv .parquet .world.csv .world.parquet) or a graph (.gexf .graphml)',
    )
    .action((scenario: string | undefined, options: RunOptions) => {
      if ((scenario === undefined) === (options.row === undefined))
        return refuse(
          scenario === undefined ? "missing required argument 'scenario'" : '--row: stands instead of a scenario',
        );
      return answer({ command: 'run', scenario: scenario ?? '', options });
    });
  foedus
    .command('verify')
    .description('repeats a saved run; prints "identical" or the first tick that differs')
    .argument('<run.json>')
    .action((file) => answer({ command: 'verify', file }));
  foedus
    .command('compare')
    .description(
      'runs a scenario twice with one seed; prints where A and B diverge and the difference A − B of every metric',
    )
    .argument('<scenario>', 'an id from list, or a file')
    .requiredOption('--with <file>', 'file of interventions of A: a JSON array')
    .option('--against <file>', 'file of interventions of B (default: none)')
    .option('--seed <seed>', 'random seed of both: any text', '1')
    .option('--set <path=value>', 'sets a value of the scenario of both: actors.us.loyalty=0.2', gather)
    .option('--json', 'prints the result as JSON; differences are A − B')
    .action((scenario, options) => answer({ command: 'compare', scenario, options }));
  foedus
    .command('odds')
    .description('runs many replications; prints the share in which each recorded fact happened')
    .argument('<scenario>', 'an id from list, or a file')
    .option('--seeds <number>', 'number of replications: seeds 1, 2, …', '200')
    .option('--set <path=value>', 'sets a value of the scenario: actors.us.loyalty=0.2', gather)
    .option('--json', 'prints the result as JSON')
    .action((scenario, options) => answer({ command: 'odds', scenario, options }));
  foedus
    .command('sweep')
    .description('runs a scenario many times, with what varies and how often in a file; or asks a folder of such runs')
    .argument('<spec>', 'a file of a sweep; or status, missing, merge or archive')
    .argument('[dir...]', 'the folder that is asked; with --on, after --: words for the engine')
    .option(
      '--out <dir>',
      'folder of the results; of merge a file that ends in .parquet or .csv, of archive one in .zip',
    )
    .option('--workers <number>', 'threads (default: as many as there are processors)')
    .option('--resume', 'makes the runs that are missing')
    .option('--retry-failed', 'makes shards anew that have runs that failed or took too long')
    .option('--extend', 'adds points or replicates to a folder, whose runs stay')
    .option('--dry-run', 'says how many runs there are and what they cost, and runs a few')
    .option('--points <file>', 'with --dry-run: writes the points of the design as CSV')
    .option('--json', 'of status: prints it as JSON')
    .option('--complete', 'of merge: does nothing, with exit code 1, while shards are missing')
    .option('--on <where>', 'slurm: has it made there, waits and merges; print: prints what another engine needs')
    .option('--engine <name>', 'of --on print: slurm pbs sge lsf htcondor kubernetes aws-batch parallel')
    .option('--wait <minutes>', 'of --on slurm: how long to wait; 0 submits and ends (default: a day)')
    .option('--merge <file>', 'of --on: the file of all runs (default: DIR.parquet, beside the folder)')
    .option('--tasks <number>', 'of --on: tasks of an array at most (default: what the engine takes)')
    .option('--image <name>', 'of --on print: the image of a container with the command')
    .option('--first <number>', 'of --on and missing: the first index of an array (default: the engine’s; 0)')
    .option('--offset <number>', 'of missing: the shard of the first index (default: 0)')
    .action((spec: string, operands: string[], given: SweepOptions & FolderOptions) => {
      const { rest, options } = withWords(operands, given);
      const asked = FOLDER_COMMANDS.find((name) => name === spec);
      const unexpected = rest[asked ? 1 : 0];
      if (unexpected !== undefined) return refuse(`unexpected argument ${JSON.stringify(unexpected)}`);
      if (!asked) return answer({ command: 'sweep', file: spec, options });
      const [dir] = rest;
      return dir === undefined ? refuse("missing required argument 'dir'") : answer({ command: asked, dir, options });
    });
  foedus
    .command('analyse')
    .description('analyses a sweep: means, shares of facts, sensitivity indices, whether its replicates are enough')
    .argument('[dir]', 'folder of the sweep')
    .option('--spec <file>', 'instead of a folder: a file of a sweep, whose design other outputs are of')
    .option('--table <file>', 'those outputs: a CSV with one row a run, in the order of the runs')
    .option('--json', 'prints the result as JSON')
    .option('--out <file>', 'writes a report with pictures: one page (.html) that needs no other file')
    .action((dir, options) => answer({ command: 'analyse', dir, options }));
  foedus
    .command('classroom')
    .description('serves live sessions in which a class plays a history')
    .option('--port <number>', 'the port (default: 5173, or the next that is free)')
    .option('--lan', 'lets the network reach it: phones in the same Wi-Fi')
    .option('--behind <url>', 'the address under which a proxy serves it: https://school.example/foedus')
    .option('--dir <rooms>', 'folder of the rooms, a file each (default: .foedus/rooms in your home)')
    .action((options) => answer({ command: 'classroom', options }));
  foedus
    .command('shard')
    .description('makes one shard of a plan; exit code 0: done, 2: refused, 75: try again')
    .requiredOption('--plan <file>', 'plan.json that foedus sweep wrote')
    .requiredOption('--out <dir>', 'folder of the results')
    .option('--shard <number>', 'number of the shard (default: from the index of the engine’s task)')
    .option('--first <number>', 'the first index of the engine’s array', '0')
    .option('--offset <number>', 'the shard of the first index', '0')
    .option('--retry-failed', 'makes a shard anew that is there, if it has runs that failed or took too long')
    .action((options) => answer({ command: 'shard', options }));
  return foedus;
}

/** With `--on`, what stands after `--` is for the engine. */
function withWords(operands: readonly string[], options: SweepOptions & FolderOptions) {
  const at = process.argv.indexOf('--');
  const words = at < 0 ? [] : process.argv.slice(at + 1);
  const areWords = options.on !== undefined && operands.length === words.length;
  return areWords ? { rest: [], options: { ...options, words } } : { rest: operands, options };
}

const FOLDER_COMMANDS = ['status', 'missing', 'merge', 'archive'] as const;

/** One sentence, whatever went wrong. */
function sentenceOf(error: unknown): string {
  const { message } = error as Error;
  if (!(error instanceof CommanderError)) return message;
  if (error.code === 'commander.help') return 'expected a command (foedus --help lists them)';
  return message.replace(/^error: /, '');
}

try {
  await program().parseAsync();
} catch (error) {
  const wasAsked = error instanceof CommanderError && error.exitCode === 0;
  if (!wasAsked) refuse(sentenceOf(error));
}
