import { useMemo } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import { textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import type { Comparison } from '../store/branches.ts';
import { runDifferencesOf } from './run-differences.ts';

/** The first thing that happens in one of the two and not in the other, which may be long after the first figure differs. */
export function Parting({ pair: { original, branch } }: { pair: Comparison }) {
  const parting = useMemo(() => runDifferencesOf(original.run.replay, branch.run.replay), [original, branch]);
  if (!parting) return <p class="compare-parting">{t('compare.partsNothing')}</p>;
  const says = (event: typeof parting.branch, run: RunView): string => (event ? textOf(sentence(event, run)) : '');
  const values = {
    date: dateLabel(branch.run.clock, parting.tick),
    branch: says(parting.branch, branch.run),
    original: says(parting.original, original.run),
  };
  const key = !parting.original
    ? 'compare.partsBranch'
    : parting.branch
      ? 'compare.partsBoth'
      : 'compare.partsOriginal';
  return <p class="compare-parting">{t(key, values)}</p>;
}
