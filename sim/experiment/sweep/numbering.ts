/** How the runs of a plan are numbered. A plan that extends another goes on after its last run, point and shard. */
export interface Numbering {
  firstRun: number;
  firstShard: number;
  /** Points and replicates that earlier plans have. */
  oldPoints: number;
  oldReplicates: number;
  /** Points, replicates and variants with those of earlier plans. */
  points: number;
  replicates: number;
  variants: number;
  runsPerShard: number;
}

export interface RunNumber {
  run: number;
  point: number;
  replicate: number;
  variant: number;
}

/** Runs that only the new points have: one for each replicate that the old ones have already. */
const catchingUp = ({ oldPoints, oldReplicates, points, variants }: Numbering): number =>
  oldReplicates * (points - oldPoints) * variants;

/** The number of runs of this plan alone. */
export const runsOf = (of: Numbering): number =>
  catchingUp(of) + (of.replicates - of.oldReplicates) * of.points * of.variants;

export const shardsOf = (of: Numbering): number => Math.ceil(runsOf(of) / of.runsPerShard);

/**
 * Which point, replicate and variant a run is. Replicate by replicate, so that a sweep that is cut short is balanced: in a plan that
 * extends none, run = replicate · points · variants + point · variants + variant.
 */
export function runNumber(of: Numbering, run: number): RunNumber {
  const { firstRun, oldPoints, oldReplicates, points, variants } = of;
  const behind = catchingUp(of);
  const index = run - firstRun;
  const [from, replicate, at] =
    index < behind
      ? split(index, (points - oldPoints) * variants, oldPoints, 0)
      : split(index - behind, points * variants, 0, oldReplicates);
  return { run, point: from + Math.floor(at / variants), replicate, variant: at % variants };
}

const split = (index: number, row: number, from: number, replicate: number): [number, number, number] => [
  from,
  replicate + Math.floor(index / row),
  index % row,
];

/** The first run of a shard, and the run after its last. */
export function runsOfShard(of: Numbering, shard: number): [number, number] {
  const from = of.firstRun + (shard - of.firstShard) * of.runsPerShard;
  return [from, Math.min(from + of.runsPerShard, of.firstRun + runsOf(of))];
}
