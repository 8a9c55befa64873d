import { termOfFigure } from '../glossary/figures.ts';
import { TermButton } from '../glossary/term.tsx';
import type { Curve } from '../run-view/curves.ts';
import { SPARK_ROWS } from './spark.tsx';

const { height } = SPARK_ROWS.beside;

/** Names of the curves that the glossary explains, in the margin: what is in a picture cannot be pressed. */
export const SparkTerms = ({ curves, width }: { curves: readonly Curve[]; width: number }) => (
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
