import { termOfFigure } from '../glossary/figures.ts';
import { TermButton } from '../glossary/term.tsx';
import type { Curve } from '../run-view/curves.ts';

interface Margin {
  curves: readonly Curve[];
  width: number;
  /** Of a curve's row. */
  height: number;
}

/** Names of the curves that the glossary explains, in the margin: what is in a picture cannot be pressed. */
export const SparkTerms = ({ curves, width, height }: Margin) => (
  <div class="spark-terms" style={{ width: `${width}px` }}>
    {curves.map(({ name, label }, row) => {
      const term = termOfFigure(name);
      return term ? (
        <span key={name} class="spark-term" style={{ top: `${row * height + 2}px`, height: `${height}px` }}>
          <TermButton of={term}>{label}</TermButton>
        </span>
      ) : null;
    })}
  </div>
);
