import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Fault } from '../../sim/schema/fault.ts';
import type { PlanOutline, SweepDraft, SweepEstimate } from '../../workers/sweep-service.ts';
import type { KeptSweeps } from './sweep-job.ts';

/** A sweep of the fields, with the texts of the files that it names. */
export interface PlanDraft extends SweepDraft {
  spec: Record<string, unknown>;
  files: Readonly<Record<string, string>>;
}

/** What the engine says of the plan in the fields. */
export interface PlanVerdict {
  /** The sweep that was looked at. */
  spec: Record<string, unknown>;
  outline: PlanOutline | undefined;
  faults: readonly Fault[];
}

export interface PlanCheck {
  /** Of the fields as they were last looked at; undefined before that. */
  verdict: ReadonlySignal<PlanVerdict | undefined>;
  /** Whether the fields have changed since. */
  isBehind: ReadonlySignal<boolean>;
  /** What a run takes; undefined until some were timed, null where none could be. */
  estimate: ReadonlySignal<SweepEstimate | null | undefined>;
}

/** Waits for the typing to pause, ms. */
const REST = 250;
/** Runs are timed only where a plan has rested, ms. */
const TIMING_REST = 700;

/** What a run's time depends on; how many there are is counted without making any. */
const timedPart = ({ spec: { scenario, vary, measure, stop, interventions, design }, files }: PlanDraft): string =>
  JSON.stringify([scenario, vary, measure, stop, interventions, isOfPoints(design) && [design, files]]);

const isOfPoints = (design: unknown): boolean => (design as { kind: string }).kind === 'points';

/** Whether two drafts name the same texts; a text that is the same is told at once. */
const hasSameFiles = (a: PlanDraft, b: PlanDraft): boolean => {
  const names = Object.keys(a.files);
  return names.length === Object.keys(b.files).length && names.every((name) => a.files[name] === b.files[name]);
};

/** Looks at the plan as it changes. Only the last look counts. */
export function watchPlan(sweeps: KeptSweeps, draft: () => PlanDraft | undefined): PlanCheck {
  const verdict = signal<PlanVerdict | undefined>(undefined);
  const isBehind = signal(false);
  const estimate = signal<SweepEstimate | null | undefined>(undefined);
  let [looked, timed] = ['', ''];
  let last: PlanDraft | undefined;
  let attempt = 0;
  let [checking, timing]: (ReturnType<typeof setTimeout> | undefined)[] = [];

  async function look(asked: PlanDraft, mine: number): Promise<void> {
    const found = await sweeps.check(asked).catch((error) => ({
      faults: [{ path: '', message: error instanceof Error ? error.message : String(error) }],
    }));
    if (mine !== attempt) return;
    const outline = 'value' in found ? found.value : undefined;
    verdict.value = { spec: asked.spec, outline, faults: 'faults' in found ? found.faults : [] };
    isBehind.value = false;
    const part = timedPart(asked);
    if (!outline || part === timed) return;
    estimate.value = undefined;
    timing = setTimeout(() => void time(asked, part, mine), TIMING_REST);
  }

  async function time(asked: PlanDraft, part: string, mine: number): Promise<void> {
    const found = await sweeps.estimate(asked).catch(() => null);
    const now = draft();
    if (mine !== attempt && (!now || part !== timedPart(now))) return;
    timed = found ? part : '';
    estimate.value = found;
  }

  effect(() => {
    const asked = draft();
    if (!asked) return;
    const text = JSON.stringify(asked.spec);
    if (text === looked && last && hasSameFiles(asked, last)) return;
    looked = text;
    last = asked;
    const mine = ++attempt;
    isBehind.value = true;
    clearTimeout(checking);
    clearTimeout(timing);
    checking = setTimeout(() => void look(asked, mine), REST);
  });
  return { verdict, isBehind, estimate };
}
