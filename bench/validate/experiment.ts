import type { Job } from '../../sim/experiment/run-job.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { ScenarioDraft } from '../../sim/schema/scenario.ts';
import type { Estimate } from './statistics.ts';

export interface Condition {
  name: string;
  /** The world. A random world is a function of its number: different for each, the same for the same number. */
  scenario: ScenarioDraft | ((draw: number) => ScenarioDraft);
  interventions?: readonly Intervention[];
}

/** The result of one comparison, and its expected direction. */
export interface PatternFinding extends Estimate {
  what: string;
  /** 'up' and 'down': the interval excludes 0 on that side; two numbers: it lies between them. */
  expected: 'up' | 'down' | readonly [number, number];
}

/** The figures of a condition by name, one a seed, in the order of the seeds. */
export type Results = (condition: string, figure: string) => Float64Array;

/** One pattern: the same seeds under several conditions, and what their figures must show. */
export interface Experiment {
  id: string;
  title: string;
  source: string;
  /** What was done, in two sentences. */
  done: string;
  conditions: readonly Condition[];
  reporters: readonly string[];
  compare(results: Results): PatternFinding[];
}

export type PatternVerdict = 'holds' | 'weak' | 'fails';

const pointsRight = ({ value, expected }: PatternFinding): boolean => {
  if (expected === 'up') return value > 0;
  if (expected === 'down') return value < 0;
  return value >= expected[0] && value <= expected[1];
};

/** Whether the whole interval agrees with the expectation. */
export function isSure({ low, high, expected }: PatternFinding): boolean {
  if (expected === 'up') return low > 0;
  if (expected === 'down') return high < 0;
  return low >= expected[0] && high <= expected[1];
}

/** Holds if every finding is sure; weak if all point in the expected direction but some may be due to chance; else fails. */
export function verdictOf(findings: readonly PatternFinding[]): PatternVerdict {
  if (findings.every(isSure)) return 'holds';
  return findings.every(pointsRight) ? 'weak' : 'fails';
}

/** Seeds in a job: few enough for the workers to end together, enough that loading the scenario costs little. */
const CHUNK = 25;

/** The jobs of one condition: seeds 1 to `seeds`, with a random world for each seed where worlds are random. */
function jobsOf({ scenario, interventions }: Condition, seeds: number, reporters: readonly string[]): Job[] {
  const rest = { reporters, ...(interventions && { interventions }) };
  if (typeof scenario === 'function')
    return Array.from({ length: seeds }, (_, k) => ({ scenario: scenario(k + 1), seeds: [String(k + 1)], ...rest }));
  return Array.from({ length: Math.ceil(seeds / CHUNK) }, (_, chunk) => ({
    scenario,
    seeds: Array.from({ length: Math.min(CHUNK, seeds - chunk * CHUNK) }, (_, k) => String(chunk * CHUNK + k + 1)),
    ...rest,
  }));
}

/** Jobs together with the evaluation of their answers. */
export interface Batch<T> {
  jobs: Job[];
  read(answers: readonly Float64Array[]): T;
}

/** Runs of several conditions as jobs, and their figures once the answers have arrived. */
export function batchOf(conditions: readonly Condition[], seeds: number, reporters: readonly string[]): Batch<Results> {
  const parts = conditions.map((condition) => jobsOf(condition, seeds, reporters));
  return {
    jobs: parts.flat(),
    read(answers) {
      let at = 0;
      const figures = new Map<string, Float64Array>();
      parts.forEach((jobs, c) => {
        const columns = reporters.map(() => new Float64Array(seeds));
        let seed = 0;
        for (const { seeds: own } of jobs) {
          const answer = answers[at++]!;
          own.forEach((_, s) => {
            columns.forEach((column, f) => {
              column[seed] = answer[s * reporters.length + f]!;
            });
            seed++;
          });
        }
        reporters.forEach((name, f) => {
          figures.set(`${conditions[c]!.name}\n${name}`, columns[f]!);
        });
      });
      return (condition, figure) => {
        const found = figures.get(`${condition}\n${figure}`);
        if (!found) throw new Error(`no figure "${figure}" of condition "${condition}"`);
        return found;
      };
    },
  };
}
