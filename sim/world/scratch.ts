// All working memory of sim that outlives a call. Its contents are undefined between uses: nobody may read what he has not written,
// so it carries nothing from one tick, run or world to another.

/** Preallocated so that no step allocates: one entry an actor, or an actor's foe. */
export interface Scratch {
  a: Float64Array;
  b: Float64Array;
  c: Float64Array;
  d: Float64Array;
  e: Float64Array;
  mark: Int32Array;
  /** Desks for one’s own appraisal and for another’s. */
  appraisal: AppraisalBuffer;
  otherAppraisal: AppraisalBuffer;
  order: Int32Array;
  /** One entry an actor or outside threat. */
  head: Int32Array;
}

/** Where an appraisal is worked out: its terms stay there, for the reasons; the row of foes is left at 0. */
export interface AppraisalBuffer {
  terms: Float64Array;
  foes: Float64Array;
  /** Listed here, the first of them so many as the prospect says. */
  partners: Int32Array;
}

/** An appraisal never has more terms than this; a test holds them to it. */
export const MOST_TERMS = 32;

/** @param n actors. @param threats outside threats. */
export function createScratch(n: number, threats: number): Scratch {
  const f = (): Float64Array => new Float64Array(n);
  return {
    a: f(),
    b: f(),
    c: f(),
    d: f(),
    e: f(),
    mark: new Int32Array(n),
    appraisal: {
      terms: new Float64Array(MOST_TERMS),
      foes: new Float64Array(n + threats),
      partners: new Int32Array(n),
    },
    otherAppraisal: {
      terms: new Float64Array(MOST_TERMS),
      foes: new Float64Array(n + threats),
      partners: new Int32Array(n),
    },
    order: new Int32Array(n),
    head: new Int32Array(n + threats),
  };
}

/**
 * Working memory for code that is handed none of a run: measures, digests, signed graphs.
 * @returns what gives an array of at least so many entries, the same one until a larger is asked for. One thread runs one thing at
 * a time, and nobody who holds it waits for another.
 */
export function workspace<A extends { readonly length: number }>(make: (length: number) => A): (length: number) => A {
  let held = make(0);
  return (length) => {
    if (held.length < length) held = make(length);
    return held;
  };
}
