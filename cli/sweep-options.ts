/** What is asked of a sweep. */
export interface SweepOptions {
  out?: string;
  workers?: string;
  resume?: boolean;
  retryFailed?: boolean;
  extend?: boolean;
  dryRun?: boolean;
  points?: string;
  /** `slurm` has it made there, `print` prints what another engine needs. */
  on?: string;
  engine?: string;
  merge?: string;
  first?: string;
  tasks?: string;
  image?: string;
  /** Minutes. */
  wait?: string;
  /** Words for the engine. */
  words?: readonly string[];
}
