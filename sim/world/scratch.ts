// All working memory of sim that outlives a call. Its contents are undefined between uses. No code may read what it has not
// written, so scratch memory carries nothing from one tick, run or world to another.

/** Preallocated so that no step allocates: one entry an actor, or one a foe of an actor. */
export interface Scratch {
  a: Float64Array;
  b: Float64Array;
  c: Float64Array;
  d: Float64Array;
  e: Float64Array;
  mark: Int32Array;
  /** Buffers for an actor's own appraisal and for that of another. */
  appraisal: AppraisalBuffer;
  otherAppraisal: AppraisalBuffer;
  order: Int32Array;
  /** One entry an actor or outside threat. */
  head: Int32Array;
}

/** Memory of one appraisal. Its terms stay there for the reasons; the row of foes is reset to 0 after use. */
export interface AppraisalBuffer {
  terms: Float64Array;
  foes: Float64Array;
  /** The partners of the prospect, in its first `count` entries. */
  partners: Int32Array;
}

/** An appraisal never has more terms than this; a test checks it. */
export const MOST_TERMS = 32;

/** @param n number of actors. @param threats number of outside threats. */
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
 * Working memory for code that receives none from a run: measures, digests, signed graphs.
 * @returns a function that gives an array of at least the requested length: the same array until a longer one is requested. This is
 * safe because one thread runs one computation at a time, and no user keeps the array while it waits for another.
 */
export function workspace<A extends { readonly length: number }>(make: (length: number) => A): (length: number) => A {
  let held = make(0);
  return (length) => {
    if (held.length < length) held = make(length);
    return held;
  };
}
