import { type ScenariosById, writeLink } from '../formats/link/link.ts';
import { wholeSpec } from '../formats/sweep/whole-spec.ts';
import { type Checked, type Fault, parseJson } from '../sim/check/check.ts';
import { prepare, type RunRequest } from '../sim/experiment/run-request.ts';
import { analyseSweep, type PointSummary, type SweepAnalysis } from '../sim/experiment/sweep/analyse.ts';
import { type SweepChoices, sweepChoices } from '../sim/experiment/sweep/choices.ts';
import { checkPlanText, type HashedPlan } from '../sim/experiment/sweep/hashed-plan.ts';
import { checkSweep, makePlan, planHash } from '../sim/experiment/sweep/make-plan.ts';
import type { SweepPlan } from '../sim/experiment/sweep/plan.ts';
import { requestOfRun } from '../sim/experiment/sweep/run-of-sweep.ts';
import { openRunValues } from '../sim/experiment/sweep/run-values.ts';

/** A sweep as a person wrote it, with what stands beside it. */
export interface SweepDraft {
  /** As a file of a sweep says it: unknown until it is checked. */
  spec: unknown;
  /** Texts of the files that it names (a scenario, a CSV of points, lists of interventions), by their names. */
  files?: Readonly<Record<string, string>>;
}

/** What `foedus analyse --json` says; the summaries of all points and variants at once. */
export type AnalysisOfRuns = Omit<SweepAnalysis, 'summary'> & { points: readonly PointSummary[] };

/** The measures of the runs so far, by run. */
export interface MeasuredRuns {
  names: readonly string[];
  columns: readonly Float64Array[];
  /** Of all runs; null where there is none yet. */
  statuses: readonly (string | null)[];
}

/**
 * Questions whose answers may take long: what a stranger wrote is checked and loaded, runs are made, a million rows are analysed. A
 * worker of its own answers them, so that the one that keeps a sweep always hears that it shall stop.
 */
export interface SweepQuestions {
  outline(draft: SweepDraft): Promise<Checked<HashedPlan>>;
  choices(scenario: unknown): Promise<SweepChoices>;
  /** The plans of a folder from their texts. */
  checkPlans(texts: readonly string[]): Promise<{ value: HashedPlan[] } | { faults: Fault[]; plan: number }>;
  analyse(plans: readonly SweepPlan[], runs: MeasuredRuns): Promise<AnalysisOfRuns>;
  requestOf(plan: SweepPlan, run: number): Promise<RunRequest | { refused: string }>;
  /** Rejects where the run was refused or does not fit into a link. */
  linkOf(plan: SweepPlan, run: number, scenarios: ScenariosById): Promise<string>;
}

export const sweepQuestions = (): SweepQuestions => ({
  outline: async (draft) => outlineOf(draft),
  choices: async (scenario) => sweepChoices(scenario),
  async checkPlans(texts) {
    const plans: HashedPlan[] = [];
    for (const [n, text] of texts.entries()) {
      const checked = checkPlanText(
        text,
        plans.map(({ plan }) => plan),
      );
      if ('faults' in checked) return { ...checked, plan: n };
      plans.push(checked.value);
    }
    return { value: plans };
  },
  async analyse(plans, { names, columns, statuses }) {
    const values = openRunValues(plans, names);
    statuses.forEach((status, run) => {
      if (status === null) return;
      values.put(
        run,
        ENDED.has(status),
        columns.map((column) => column[run]!),
      );
    });
    const { summary, ...analysis } = analyseSweep(plans, values);
    return { ...analysis, points: Array.from({ length: analysis.count }, (_, k) => summary(k)) };
  },
  requestOf: async (plan, run) => requestOfRun(plan, run),
  async linkOf(plan, run, scenarios) {
    const request = requestOfRun(plan, run);
    if ('refused' in request) throw new Error(request.refused);
    const recorder = prepare(request, { caps: { keyframes: 2 } });
    recorder.advance(Number.POSITIVE_INFINITY);
    const { digests, ticks, interventions } = recorder.history;
    const { scenario, seed } = request;
    return writeLink({ scenario, seed, interventions, digests: digests.subarray(0, 2 * ticks) }, scenarios);
  },
});

/** Statuses of runs that came to their end. */
const ENDED = new Set(['done', 'stopped']);

/** A refusal of something that a sweep names. */
class DraftFault extends Error {}

function outlineOf({ spec, files = {} }: SweepDraft): Checked<HashedPlan> {
  const checked = checkSweep(spec);
  if ('faults' in checked) return checked;
  const refuse = (path: string, message: string): never => {
    throw Object.assign(new DraftFault(message), { path });
  };
  const text = (name: string): string => {
    const found = Object.hasOwn(files, name) ? files[name] : undefined;
    return found ?? refuse(name, 'the file is not here: add it beside the sweep');
  };
  const json = (name: string): unknown => {
    const parsed = parseJson(text(name));
    return 'value' in parsed ? parsed.value : refuse(name, parsed.faults[0]!.message);
  };
  try {
    const made = makePlan(wholeSpec(checked.value, { scenario: json, json, text }, refuse));
    return 'faults' in made ? made : { value: { plan: made.value, hash: planHash(made.value) } };
  } catch (error) {
    if (!(error instanceof DraftFault)) throw error;
    return { faults: [{ path: (error as DraftFault & { path: string }).path, message: error.message }] };
  }
}
