// npm run bench:tribute [-- --quick]: compares Axelrod's tribute model with a plain C++ program of it; a full run also writes
// docs/tribute-speed.md.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, start, tick } from '../sim/engine/run.ts';
import { ENGINE } from '../sim/engine/version.ts';
import { digest } from '../sim/world/state-digest.ts';
import { machine } from './report.ts';
import { type Timing, timingOf } from './timer.ts';
import { classic } from './validate/published/row.ts';

const quick = process.argv.includes('--quick');
const REPLICATIONS = quick ? 200 : 1_000;
const YEARS = 1_000;
const ROUNDS = quick ? 3 : 7;
const ACTORS = 10;
const LIMIT = 1.5;
const COMPILER = ['g++', '-O3', '-march=native'] as const;

/** Mean wealth of an actor at the end, over all runs, and seconds of processor time. */
interface Outcome {
  wealth: number;
  seconds: number;
}

const model = classic('classics/tribute', { actors: ACTORS, years: YEARS });

/** The engine as a sweep without history would use it: every tick with its digest. */
function ours(round: number): Outcome {
  const before = process.cpuUsage();
  let wealth = 0;
  let seen = 0;
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    const course = begin(model, `${round}/${replication}`, []);
    const world = start(model);
    for (let year = 0; year < YEARS; year++) {
      tick(course, world);
      seen ^= digest(world)[0];
    }
    for (const stock of world.columns.resources) wealth += stock;
  }
  const { user, system } = process.cpuUsage(before);
  // Uses the digests, so that the compiler cannot remove their computation.
  return { wealth: wealth / (ACTORS * REPLICATIONS) + (Number.isNaN(seen) ? 1 : 0), seconds: (user + system) / 1e6 };
}

function theirs(program: string, round: number): Outcome {
  return JSON.parse(execFileSync(program, [`${REPLICATIONS}`, `${YEARS}`, `${round + 1}`], { encoding: 'utf8' }));
}

/** The compiled program, or why there is none. */
function compiled(folder: string): string | undefined {
  const program = join(folder, 'tribute');
  try {
    const [command, ...options] = COMPILER;
    execFileSync(command, [...options, '-o', program, 'bench/tribute.cpp'], { stdio: ['ignore', 'ignore', 'pipe'] });
    return program;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== 'ENOENT') throw error;
    return undefined;
  }
}

function compare(program: string): string {
  ours(-1);
  const mine: Outcome[] = [];
  const plain: Outcome[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (round % 2 === 0) mine.push(ours(round));
    plain.push(theirs(program, round));
    if (round % 2 === 1) mine.push(ours(round));
  }
  const each = (outcomes: readonly Outcome[]): Timing =>
    timingOf(outcomes.map(({ seconds }) => (seconds * 1e6) / (REPLICATIONS * YEARS * ACTORS)));
  const ratio = timingOf(mine.map(({ seconds }, k) => seconds / plain[k]!.seconds));
  const wealth = (outcomes: readonly Outcome[]): number =>
    outcomes.reduce((sum, outcome) => sum + outcome.wealth, 0) / outcomes.length;
  return report(each(mine), each(plain), ratio, wealth(mine), wealth(plain));
}

const spread = ({ least, lower, median, upper }: Timing, digits: number): string =>
  `${median.toFixed(digits)} (${lower.toFixed(digits)}–${upper.toFixed(digits)}; least ${least.toFixed(digits)})`;

const report = (mine: Timing, plain: Timing, ratio: Timing, ourWealth: number, theirWealth: number): string =>
  `# How fast the tribute model is beside C++

Measured by \`npm run bench:tribute\` with ${ENGINE} on: ${machine()}.

${REPLICATIONS.toLocaleString('en')} replications of ${YEARS.toLocaleString('en')} years with ${ACTORS} actors, on one thread, ${ROUNDS} times in turn: \`classics/tribute\` in the engine,
without history and with a digest every tick, and \`bench/tribute.cpp\`, the same rules as plainly as C++ has them, by
\`${COMPILER.join(' ')}\`, without any digest. The engine keeps sets of who is committed to whom; the C++ program walks the ring for each
target. Processor time, µs an actor and year:
median (quartiles; least).

| | µs an actor-year | mean wealth at the end |
| :-- | --: | --: |
| engine | ${spread(mine, 4)} | ${ourWealth.toFixed(0)} |
| C++ | ${spread(plain, 4)} | ${theirWealth.toFixed(0)} |

Ratio of neighbouring rounds: ${spread(ratio, 2)} (limit ${LIMIT}): ${ratio.median <= LIMIT ? 'holds' : '**fails**'}.
`;

const folder = mkdtempSync(join(tmpdir(), 'foedus-tribute-'));
try {
  const program = compiled(folder);
  if (program === undefined) process.stdout.write('There is no g++ here, so there is nothing to compare with.\n');
  else {
    const text = compare(program);
    process.stdout.write(text);
    if (!quick) {
      mkdirSync('docs', { recursive: true });
      writeFileSync('docs/tribute-speed.md', text);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
