import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Summary } from '../../sim/results/summary.ts';
import { t } from '../i18n/index.ts';
import { firstDifference } from '../run-view/first-difference.ts';
import { textOf } from '../run-view/phrase.ts';
import type { Plan } from '../run-view/plan.ts';
import { type RunView, relocalise, toRunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import type { Branching, Source } from './source.ts';
import type { RunStatus } from './state.ts';

/** A branch and what it branched from, on one clock. */
export interface Comparison {
  plan: Plan;
  original: { run: RunView; summary: Summary };
  branch: { run: RunView; summary: Summary };
  /** First tick that went another way. */
  first: number;
}

export type ComparisonSide = 'original' | 'branch';

/** The run on show, as this file may change it. */
interface Shown {
  status: Signal<RunStatus>;
  run: ReadonlySignal<RunView | undefined>;
  /** Runs under way or on show since the page was opened; whoever waits for something gives up when it has moved on. */
  attempt: ReadonlySignal<number>;
}

/** Branches of branches that are kept; each holds its states in the worker. */
const DEEPEST = 8;

/** What if: branches of the run on show, one growing out of the other; the last two are compared. */
export function createBranches(source: Source, { status, run, attempt }: Shown) {
  const { branching } = source;
  const trail = signal<readonly Comparison[]>([]);
  const side = signal<ComparisonSide>('branch');
  const busy = signal<number | undefined>(undefined);
  const asking = signal(false);
  const paired = signal(false);
  const pair = computed(() => trail.value.at(-1));

  const show = (wanted: ComparisonSide): void => {
    const now = pair.peek();
    side.value = wanted;
    const ready = status.peek();
    if (now && ready.status === 'ready') status.value = { ...ready, run: now[wanted].run };
  };
  const forget = (): void => {
    trail.value = [];
    side.value = 'branch';
    busy.value = undefined;
    asking.value = false;
  };

  /** @returns one sentence where there is no such branch; the run on show is then the one it was. */
  async function grow(engine: Branching, base: RunView, plan: Plan): Promise<string | undefined> {
    const mine = attempt.peek();
    const old = side.peek() === 'original' ? trail.peek().at(-1) : undefined;
    if (trail.peek().length >= DEEPEST && !old) return t('branch.deepest', { most: DEEPEST });
    // From the original the new branch takes the place of the old one.
    if (old) await engine.unfork();
    const outcome = await attemptBranch(engine, base, plan, (share) => {
      busy.value = share;
    });
    if (mine !== attempt.peek()) return undefined;
    if (typeof outcome === 'string') {
      if (old) await engine.fork(old.plan.tick, old.plan.interventions, () => {}, old.plan.without);
      trail.value = [...trail.peek()];
      return outcome;
    }
    trail.value = [...(old ? trail.peek().slice(0, -1) : trail.peek()), outcome];
    show('branch');
    return undefined;
  }

  return {
    trail,
    side,
    pair,
    /** Puts every run of the trail into the language of the page. */
    retell(): void {
      let base: RunView | undefined;
      trail.value = trail.peek().map((one) => {
        const original = base ?? relocalise(one.original.run);
        base = relocalise(one.branch.run, original);
        return { ...one, original: { ...one.original, run: original }, branch: { ...one.branch, run: base } };
      });
    },
    /** Whether branch and original are shown at once, where there is a branch. */
    paired,
    /** Share done of the branch that is being computed; undefined while none is. */
    busy,
    /** Whether the form for a branch is open. */
    asking,
    forget,
    /** How many forks the run on show lies before the last one. */
    back: (): number => (pair.value && side.value === 'original' ? 1 : 0),
    flip: () => (pair.peek() ? show(side.peek() === 'branch' ? 'original' : 'branch') : undefined),
    /** Side by side, or one at a time. */
    couple: (): void => {
      if (pair.peek()) paired.value = !paired.peek();
    },
    show,
    async branch(plan: Plan): Promise<string | undefined> {
      const base = run.peek();
      if (!branching || !base || busy.peek() !== undefined) return undefined;
      busy.value = 0;
      try {
        return await grow(branching, base, plan);
      } catch (error) {
        return inOneSentence(error);
      } finally {
        busy.value = undefined;
      }
    },
    async undo(): Promise<void> {
      const last = pair.peek();
      if (!branching || !last || busy.peek() !== undefined) return;
      const mine = attempt.peek();
      await branching.unfork();
      if (mine !== attempt.peek()) return;
      show('original');
      trail.value = trail.peek().slice(0, -1);
      side.value = 'branch';
    },
  };
}

/** The branch beside its original, or why there is none; the engine is then back where it was. */
async function attemptBranch(
  engine: Branching,
  base: RunView,
  plan: Plan,
  progress: (share: number) => void,
): Promise<Comparison | string> {
  const replay = await engine.fork(plan.tick, plan.interventions, progress, plan.without).catch(inOneSentence);
  if (typeof replay === 'string') return replay;
  const branch = toRunView(base.written.scenario, replay, base);
  const first = firstDifference(base.replay, replay);
  const missed = withoutOccasion(base, branch, plan);
  if (first === null || missed) {
    await engine.unfork();
    return missed ?? t('branch.same');
  }
  const [before, after] = await Promise.all([engine.summary(1), engine.summary()]);
  return { plan, first, original: { run: base, summary: before }, branch: { run: branch, summary: after } };
}

/** What the engine could not do, in its own words; a run that had no occasion is no branch. */
function withoutOccasion(base: RunView, branch: RunView, { tick, interventions }: Plan): string | undefined {
  const ticks = new Set([tick, ...interventions.map((placed) => placed.tick)]);
  for (const at of ticks) {
    const missed = ({ events }: RunView) => events.filter((event) => event.tick === at && event.kind === 'no-occasion');
    const [event] = missed(branch).slice(missed(base).length);
    if (event) return t('branch.noOccasion', { what: branch.spellOut(textOf(sentence(event, branch))) });
  }
  return undefined;
}

const inOneSentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
