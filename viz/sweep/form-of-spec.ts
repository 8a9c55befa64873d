import type { Vary, WholeSpec } from '../../sim/experiment/sweep/spec.ts';
import { drawnEntries, type EntryForm, emptyEntry, emptyForm, emptyWindow, type PlanForm } from './form.ts';
import { valuesText } from './values-text.ts';

/** The fields of a sweep that was checked. They say all that it says: `specOf` gives the same sweep again. */
export function formOf(spec: Omit<WholeSpec, 'scenario'>): PlanForm {
  const { design, interventions, limits, runsPerShard, stop } = spec;
  const blank = emptyForm();
  const entries = spec.vary.map(entryForm);
  return {
    entries,
    design: design.kind,
    size: 'size' in design ? String(design.size) : blank.size,
    levels: 'levels' in design ? String(design.levels) : blank.levels,
    points:
      design.kind === 'points' && design.points
        ? { kind: 'rows', keys: drawnEntries({ entries }).map(({ key }) => key), rows: design.points }
        : undefined,
    replicates: String(spec.replicates),
    seed: String(spec.seed),
    isCommon: spec.commonRandomNumbers,
    ...(spec.measure ? measureForm(spec.measure) : everything()),
    variants: interventions ?? [],
    stop: stop ?? '',
    seconds: textOf(limits.seconds),
    runsPerShard: textOf(runsPerShard),
  };
}

type MeasureForm = Pick<PlanForm, 'isEverything' | 'end' | 'windows' | 'every' | 'hasFacts' | 'analyses'>;

function everything(): MeasureForm {
  const { isEverything, end, windows, every, hasFacts, analyses } = emptyForm();
  return { isEverything, end, windows, every, hasFacts, analyses };
}

function measureForm({ end, windows, every, facts, analyses }: NonNullable<WholeSpec['measure']>): MeasureForm {
  return {
    isEverything: false,
    end,
    windows: windows.map(({ name, of, from, to, take }) => ({
      ...emptyWindow(),
      name,
      of,
      from: String(from),
      to: textOf(to),
      take,
    })),
    every: every ? { ticks: String(every.ticks), names: every.names } : emptyForm().every,
    hasFacts: facts,
    analyses,
  };
}

function entryForm(entry: Vary): EntryForm {
  const head = { ...emptyEntry(entry.path), as: entry.as ?? '', isWhole: entry.whole };
  if ('values' in entry) return { ...head, kind: 'values', values: valuesText(entry.values) };
  if ('expression' in entry) return { ...head, kind: 'expression', expression: entry.expression };
  if ('distribution' in entry) {
    const { distribution: given } = entry;
    const ends = { from: textOf(given.from), to: textOf(given.to) };
    const own = given.kind === 'normal' ? { mean: String(given.mean), sd: String(given.sd) } : {};
    const mode = given.kind === 'triangular' ? { mode: String(given.mode) } : {};
    return { ...head, kind: 'distribution', distribution: given.kind, ...ends, ...own, ...mode };
  }
  const { from, to, steps, scale } = entry;
  return { ...head, kind: 'range', from: String(from), to: String(to), steps: textOf(steps), scale };
}

const textOf = (value: number | undefined): string => (value === undefined ? '' : String(value));
