// The library's door: all that others import, and nothing that is made here.

export type { Analysis } from './analysis/analysis.ts';
export { ANALYSES, findAnalysis } from './analysis/index.ts';
export {
  type Checked,
  check,
  checkedSeed,
  checkPlaced,
  checkRun,
  type Fault,
  faultSentence,
  parseJson,
  setPath,
} from './check/check.ts';
export { classFaults } from './check/classroom.ts';
export {
  type Attribution,
  type AttributionRequest,
  attribute,
  type Continuations,
  type TestedCause,
} from './counterfactual/attribution.ts';
export { type CandidateCause, candidateCauses, type EndedAlliance } from './counterfactual/candidate-causes.ts';
export { hasDecider, type InputChange, type MinimalChange, minimalChange } from './counterfactual/minimal-change.ts';
export { load } from './engine/load.ts';
export { ENGINE } from './engine/version.ts';
export { clamp, exp, log, logistic, pow } from './exact/exact-math.ts';
export { type Stream, shuffle, stream } from './exact/random.ts';
export { type AvailableReporters, availableReporters } from './experiment/available-reporters.ts';
export { type Distribution, distributionOf, percentileOf } from './experiment/distribution.ts';
export { type Odds, oddsOf, type Unjudged, unjudgedIn } from './experiment/fact-odds.ts';
export { BASE_BRIER, brierOf, type Proportion, proportionOf } from './experiment/forecast-score.ts';
export { type PredictionOutcome, predictionOutcomes } from './experiment/prediction-outcomes.ts';
export { replicate } from './experiment/replicate.ts';
export { columnOf, type ReplicationResults, rowOf } from './experiment/replication-results.ts';
export { type Reporter, reporter } from './experiment/reporters.ts';
export { type Job, type RunJobs, runJob, runJobsHere } from './experiment/run-job.ts';
export { accepted } from './experiment/run-request.ts';
export { secretOf, withSecrets } from './experiment/secrets.ts';
export { jobsOf, type ReplicationSpec } from './experiment/seeds.ts';
export type { AllianceRecord, Chronicle } from './history/chronicle.ts';
export { digestsOf, divergence, finalDigest } from './history/digest-comparison.ts';
export { type ForkOptions, fork } from './history/fork.ts';
export type { History } from './history/history.ts';
export { type Caps, play, type Recorder, type RecordOptions, record } from './history/record.ts';
export { seek } from './history/seek.ts';
export { ACTOR_SERIES, type ActorSeries, type Series } from './history/series.ts';
export { MEASURES } from './measures/index.ts';
export type { Measure } from './measures/measure.ts';
export { findMechanism, PHASE_CATALOGUES } from './mechanisms/index.ts';
export type { FormulaNames, Formulas } from './model/formulas.ts';
export {
  type Mechanism,
  type MechanismOptions,
  mechanism,
  type PhaseCatalogue,
  type StepContext,
} from './model/mechanism.ts';
export type { Model } from './model/model.ts';
export { comparison, type RunComparison } from './results/comparison.ts';
export { type Frame, frame, type Replay, replay } from './results/replay.ts';
export { runFile, type Verification, verification } from './results/run-file.ts';
export { analyse, RUN_MEASURES, type RunMeasure, type Summary, summarise } from './results/summary.ts';
export { verify } from './results/verify.ts';
export { canonical, scenarioHash } from './schema/canonical.ts';
export type { Card, ClassPrediction, Classroom, Secret } from './schema/classroom.ts';
export { LIMITS } from './schema/common.ts';
export type { Path, ReportFault } from './schema/fault.ts';
export type { Fact } from './schema/history.ts';
export type { Intervention } from './schema/intervention.ts';
export { PHASES, type Phase, type Run, type Scenario, type ScenarioDraft } from './schema/scenario.ts';
export type { Shock } from './schema/shock.ts';
export type { LessonStep, Teaching } from './schema/teaching.ts';
export { type Clauses, clausesOf, type Obligation, type Purpose, type Treaty } from './schema/treaty.ts';
export type { Alliance, Member } from './world/alliance.ts';
export { CHANGING_COLUMNS, COLUMN_NAMES, type Columns, type Shape } from './world/columns.ts';
export { type Event, type EventContent, type EventKind, type Reason, reasons, type Term } from './world/event.ts';
export {
  admit,
  dissolve,
  expel,
  found,
  idsOf,
  type Log,
  leave,
  memberOf,
  merge,
  split,
  strengthShareOf,
} from './world/membership.ts';
export type { World } from './world/state.ts';
export { trustBetween } from './world/trust.ts';
