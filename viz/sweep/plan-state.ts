import { batch, computed, effect, signal } from '@preact/signals';
import type { SweepChoices, VaryChoice } from '../../sim/experiment/sweep/choices.ts';
import type { SweepPlan } from '../../sim/experiment/sweep/plan.ts';
import type { RunSlice } from '../store/run.ts';
import { fileText, importName } from '../user-scenarios/import-file.ts';
import { type EntryForm, emptyEntry, emptyForm, type PlanForm } from './form.ts';
import { formOf } from './form-of-spec.ts';
import { type PlanCheck, type PlanDraft, watchPlan } from './plan-check.ts';
import { entriesOfColumns, readPointsFile } from './points-of-file.ts';
import { namedTexts, specOf } from './spec-of-form.ts';
import { entryOfChoice } from './start-values.ts';
import type { KeptSweeps } from './sweep-job.ts';

/** What a sweep is planned of. */
export interface SweepSource {
  id: string;
  title: string;
  scenario: Record<string, unknown>;
  isBundled: boolean;
  /** Interventions of the run on show, which its sweep can have too. */
  interventions: readonly unknown[];
  /** The file that it came from; undefined for the run on show. */
  file?: string;
}

export const sourceOfShown = ({ shown, library }: RunSlice): SweepSource | undefined => {
  const run = shown.value;
  if (!run) return undefined;
  const { scenario } = run.written;
  return {
    id: run.scenario.id,
    title: run.scenario.title,
    scenario: scenario as unknown as Record<string, unknown>,
    isBundled: library.isBundled(scenario),
    interventions: run.replay.interventions,
  };
};

/** The scenario as a file of the sweep says it: by its id, where it is one of the catalogue. */
const saidOf = ({ id, scenario, isBundled }: SweepSource): unknown => (isBundled ? id : scenario);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The plan that a person is making. */
export function createPlanState(run: RunSlice, sweeps: KeptSweeps) {
  const source = signal<SweepSource | undefined>(undefined);
  const form = signal<PlanForm>(emptyForm());
  const choices = signal<SweepChoices | undefined>(undefined);
  /** Why a file was not opened. */
  const refusal = signal('');
  /** Why a file of points was not read. */
  const pointsRefusal = signal('');
  const draft = (): PlanDraft | undefined =>
    source.value && { spec: specOf(form.value, saidOf(source.value)), files: namedTexts(form.value) };
  const check: PlanCheck = watchPlan(sweeps, draft);
  const worldMetrics = computed(() => choices.value?.metrics.filter(({ ofWorld }) => ofWorld) ?? []);
  const analysisKeys = computed(() => choices.value?.analyses.map((name) => ({ name, says: '' })) ?? []);

  effect(() => {
    const asked = source.value;
    if (!asked) return;
    choices.value = undefined;
    sweeps.choices(asked.scenario).then(
      (found) => {
        if (source.peek() === asked) choices.value = found;
      },
      // Without them every path can still be typed.
      () => {},
    );
  });

  const change = (next: Partial<PlanForm>): void => {
    form.value = { ...form.peek(), ...next };
  };

  /** Begins anew with the run on show, unless a plan of it, or of a file, is being made. */
  function follow(): void {
    const shown = sourceOfShown(run);
    const now = source.peek();
    if (!shown || now?.file !== undefined) return;
    const isSame =
      now?.scenario === shown.scenario && JSON.stringify(now.interventions) === JSON.stringify(shown.interventions);
    if (isSame) return;
    batch(() => {
      const isSameScenario = now?.scenario === shown.scenario;
      source.value = shown;
      if (!isSameScenario) form.value = emptyForm();
      // Variants of a run that is no longer on show would be compared unseen.
      else change({ variants: [] });
    });
  }

  async function openTexts(name: string, text: string, files: Readonly<Record<string, string>>): Promise<void> {
    refusal.value = '';
    let written: unknown;
    try {
      written = JSON.parse(text);
    } catch (error) {
      refusal.value = `${name}: ${messageOf(error)}`;
      return;
    }
    const found = await sweeps.check({ spec: written, files }).catch((error) => ({
      faults: [{ path: '', message: messageOf(error) }],
    }));
    if ('faults' in found) {
      const [{ path, message }] = found.faults as [{ path: string; message: string }];
      refusal.value = `${name}: ${path ? `${path}: ` : ''}${message}`;
      return;
    }
    await take(found.value.plan, name);
  }

  /** Takes the points of a CSV, with a setting for each column that is a path. */
  async function choosePoints(file: File): Promise<void> {
    const name = importName(file.name);
    pointsRefusal.value = '';
    try {
      const { points, columns } = await readPointsFile(name, await fileText(file));
      const now = form.peek();
      change({
        design: 'points',
        points,
        entries: [...now.entries, ...entriesOfColumns(columns, now, choices.peek())],
      });
    } catch (error) {
      pointsRefusal.value = `${name}: ${messageOf(error)}`;
    }
  }

  /** The sweep as one file: with the points of its CSV, so that nothing need stand beside it. */
  function wholeText(): string {
    const asked = draft();
    const seen = check.verdict.value;
    const isSeen = seen?.outline && !check.isBehind.value;
    const spec =
      asked && isSeen && Object.keys(asked.files).length > 0
        ? { ...asked.spec, design: seen.outline!.plan.spec.design }
        : asked?.spec;
    return `${JSON.stringify(spec, null, 2)}\n`;
  }

  /** Puts a plan into the fields, as that of a file or of a sweep that is kept. */
  async function take({ spec: whole }: SweepPlan, file: string): Promise<void> {
    const { scenario, ...rest } = whole;
    const { id, title } = scenario as { id: string; title: string };
    const bundled = await run.library.scenario(id).catch(() => undefined);
    const isBundled = bundled !== undefined && JSON.stringify(bundled) === JSON.stringify(scenario);
    batch(() => {
      source.value = {
        id,
        title,
        scenario: isBundled ? (bundled as Record<string, unknown>) : scenario,
        isBundled,
        interventions: [],
        file,
      };
      form.value = formOf(rest);
    });
  }

  return {
    source,
    form,
    choices,
    refusal,
    pointsRefusal,
    /** Metrics that windows and series can have, and keys of the scenario's analyses. */
    worldMetrics,
    analysisKeys,
    check,
    change,
    choosePoints,
    follow,
    openTexts,
    take,
    /** Leaves the file for the run on show. */
    leaveFile(): void {
      source.value = undefined;
      form.value = emptyForm();
      follow();
    },
    add(choice?: VaryChoice): EntryForm {
      const { entries } = form.peek();
      const entry = choice ? entryOfChoice(choice, entries) : emptyEntry();
      change({ entries: [...entries, entry] });
      return entry;
    },
    remove: (key: number): void => change({ entries: form.peek().entries.filter((one) => one.key !== key) }),
    edit: (key: number, next: Partial<EntryForm>): void =>
      change({ entries: form.peek().entries.map((one) => (one.key === key ? { ...one, ...next } : one)) }),
    draft,
    /** The file of the sweep, as the command reads it. */
    text: wholeText,
  };
}

export type PlanState = ReturnType<typeof createPlanState>;
