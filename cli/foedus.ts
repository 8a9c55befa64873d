#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ENGINE } from '../sim/engine/version.ts';
import { BAD_INPUT, type Call, isOfStranger, perform, refuse } from './call.ts';
import { endEarly, hearSignals } from './ending.ts';

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
    .action((scenario, options) => answer({ command: 'run', scenario, options }));
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
  if (!wasAsked) refuse(sentenceOf(error));
}
