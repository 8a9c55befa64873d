#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ENGINE } from '../sim/engine/version.ts';

const BAD_INPUT = 2;
const INTERRUPTED = 130;
const TERMINATED = 143;

/** Whoever reads us may stop reading: that is no fault. Any other trouble with the output is one. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`foedus: standard output: ${error.message}\n`);
  process.exit(BAD_INPUT);
});
process.once('SIGINT', () => process.exit(INTERRUPTED));
process.once('SIGTERM', () => process.exit(TERMINATED));

const gather = (value: string, before: string[]): string[] => [...before, value];

// Each command is loaded when it is called for: the help and a slip of the pen need none of them.
function program(): Command {
  const foedus = new Command('foedus')
    .description('Simulates how alliances form, share burdens, survive shocks and collapse.')
    .version(ENGINE)
    .exitOverride()
    .configureOutput({ writeErr: () => {}, outputError: () => {} });
  foedus
    .command('list')
    .description('the scenarios there are')
    .option('--json', 'as an array of objects')
    .action(async (options) => (await import('./list.ts')).listCommand(options));
  foedus
    .command('validate')
    .description('all that is wrong with a scenario or a run file, one line a fault')
    .argument('<file...>')
    .action(async (files) => (await import('./validate.ts')).validateCommand(files));
  foedus
    .command('run')
    .description('runs a scenario')
    .argument('<scenario>', 'an id from list, a file, or a link to a run in quotes')
    .option('--seed <seed>', 'names the luck of the run: any text; 1 by default, or the link’s')
    .option('--ticks <number>', 'how long, the scenario’s own number by default')
    .option('--set <path=value>', 'changes the scenario: actors.us.loyalty=0.2, actors[3].loyalty=0.2', gather, [])
    .option('--with <file>', 'interventions, a JSON array')
    .option('--json', 'the result as one object')
    .option('--link', 'the link of the run, to stand behind the address of any Foedus page')
    .option(
      '--out <file>',
      'writes the run (.json), its events (.ndjson), a table (.csv .parquet .world.csv .world.parquet) or a graph (.gexf .graphml)',
    )
    .action(async (scenario, options) => (await import('./run.ts')).runCommand(scenario, options));
  foedus
    .command('verify')
    .description('runs a saved run again: identical, or the first tick that differs')
    .argument('<run.json>')
    .action(async (file) => (await import('./verify.ts')).verifyCommand(file));
  foedus
    .command('compare')
    .description('one scenario, one luck, two ways: where they part, and how much A changes of every metric')
    .argument('<scenario>', 'an id from list, or a file')
    .requiredOption('--with <file>', 'interventions of A, a JSON array')
    .option('--against <file>', 'interventions of B; none by default')
    .option('--seed <seed>', 'names the luck of both: any text', '1')
    .option('--set <path=value>', 'changes the scenario of both: actors.us.loyalty=0.2', gather, [])
    .option('--json', 'the result as one object; differences are A − B')
    .action(async (scenario, options) => (await import('./compare.ts')).compareCommand(scenario, options));
  foedus
    .command('odds')
    .description('how likely was history: the share of seeds in which each recorded fact happened')
    .argument('<scenario>', 'an id from list, or a file')
    .option('--seeds <number>', 'how many runs: seeds 1, 2 … as run --seed takes them', '200')
    .option('--set <path=value>', 'changes the scenario: actors.us.loyalty=0.2', gather, [])
    .option('--json', 'the result as one object')
    .action(async (scenario, options) => (await import('./odds.ts')).oddsCommand(scenario, options));
  return foedus;
}

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
  if (!wasAsked) {
    process.stderr.write(`foedus: ${sentenceOf(error).replace(/\s+/g, ' ')}\n`);
    process.exitCode = BAD_INPUT;
  }
}
