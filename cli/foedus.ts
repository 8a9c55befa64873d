#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ENGINE } from '../sim/engine/version.ts';
import { complain } from './terminal.ts';

const BAD_INPUT = 2;
/** Signals that end the command, with the exit codes that shells expect: 128 and the signal’s number. */
const ENDINGS = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

/** Whoever reads us may stop reading: that is no fault. Any other trouble with the output is one. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  complain(`standard output: ${error.message}`);
  process.exit(BAD_INPUT);
});
/** What cannot be said is trouble too, though nobody is told. */
process.stderr.on('error', () => {
  process.exitCode = BAD_INPUT;
});
// Through an exit, so that a file under way is removed.
for (const [signal, code] of Object.entries(ENDINGS)) process.once(signal, () => process.exit(code));

const gather = (value: string, before: string[] = []): string[] => [...before, value];

// Each command is loaded when it is called for: the help and a slip of the pen need none of them.
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
    .action(async (options) => (await import('./list.ts')).listCommand(options));
  foedus
    .command('validate')
    .description('checks scenarios and run files; prints one line per error')
    .argument('<file...>')
    .action(async (files) => (await import('./validate.ts')).validateCommand(files));
  foedus
    .command('run')
    .description('runs a scenario and prints its alliances and metrics')
    .argument('<scenario>', 'an id from list, a file, or a link to a run in quotes')
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
    .action(async (scenario, options) => (await import('./run.ts')).runCommand(scenario, options));
  foedus
    .command('verify')
    .description('repeats a saved run; prints "identical" or the first tick that differs')
    .argument('<run.json>')
    .action(async (file) => (await import('./verify.ts')).verifyCommand(file));
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
    .action(async (scenario, options) => (await import('./compare.ts')).compareCommand(scenario, options));
  foedus
    .command('odds')
    .description('runs many replications; prints the share in which each recorded fact happened')
    .argument('<scenario>', 'an id from list, or a file')
    .option('--seeds <number>', 'number of replications: seeds 1, 2, …', '200')
    .option('--set <path=value>', 'sets a value of the scenario: actors.us.loyalty=0.2', gather)
    .option('--json', 'prints the result as JSON')
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
    complain(sentenceOf(error));
    process.exitCode = BAD_INPUT;
  }
}
