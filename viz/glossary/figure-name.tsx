import { metricName } from '../run-view/figure-names.ts';
import { termOfFigure } from './figures.ts';
import { TermButton } from './term.tsx';

/** What a figure is called, with its meaning where the glossary has one. */
export function FigureName({ of }: { of: string }) {
  const term = termOfFigure(of);
  return term ? <TermButton of={term}>{metricName(of)}</TermButton> : <span>{metricName(of)}</span>;
}
