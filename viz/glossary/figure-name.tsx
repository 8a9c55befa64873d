import { metricName } from '../run-view/figure-names.ts';
import { termOf } from './figures.ts';
import { Term } from './term.tsx';

/** What a figure is called, with its meaning where the glossary has one. */
export function FigureName({ of }: { of: string }) {
  const term = termOf(of);
  return term ? <Term of={term}>{metricName(of)}</Term> : <span>{metricName(of)}</span>;
}
