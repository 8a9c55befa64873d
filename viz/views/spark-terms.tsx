import { termOf } from '../glossary/figures.ts';
import { Term } from '../glossary/term.tsx';
import type { Curve } from '../story/curves.ts';
import { SPARK } from './spark.tsx';

/** Names of the curves that the glossary explains, in the margin: what is in a picture cannot be pressed. */
export const SparkTerms = ({ curves, width }: { curves: readonly Curve[]; width: number }) => (
  <div class="spark-terms" style={{ width: `${width}px` }}>
    {curves.map(({ name, label }, row) => {
      const term = termOf(name);
      return term ? (
        <span key={name} class="spark-term" style={{ top: `${row * SPARK + 2}px`, height: `${SPARK}px` }}>
          <Term of={term}>{label}</Term>
        </span>
      ) : null;
    })}
  </div>
);
