import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Summary } from '../../sim/results/summary.ts';
import type { Event } from '../../sim/world/event.ts';
import type { Progress, Session } from '../../workers/protocol.ts';
import { t } from '../i18n/index.ts';
import { firstDifference } from '../run-view/first-difference.ts';
import { textOf } from '../run-view/phrase.ts';
import type { Plan } from '../run-view/plan.ts';
import { type RunView, relocalise } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import type { PlaybackSlice } from './playback.ts';
import type { RunSlice } from './run.ts';
import { slice } from './slice.ts';

/** A branch and what it branched from, on one clock. */
export interface Comparison {
  plan: Plan;
  /** The original as it is by itself: beside a branch some of its alliances may bear other colours. */
  alone: RunView;
  original: { run: RunView; summary: Summary };
  branch: { run: RunView; summary: Summary };
  /** First tick that went another way. */
  first: number;
}

export type ComparisonSide = 'original' | 'branch';

/** What if: branches of the run on show, one growing out of the other; the last two are compared. */
export interface BranchesSlice {
  trail: ReadonlySignal<readonly Comparison[]>;
  /** The last of the trail. */
  pair: ReadonlySignal<Comparison | undefined>;
  /** Which of the two is on show. */
  side: ReadonlySignal<ComparisonSide>;
  /** Whether branch and original are shown at once, where there is a branch. */
  paired: ReadonlySignal<boolean>;
  /** How far the branch is that is being computed; undefined while none is. */
  busy: ReadonlySignal<Progress | undefined>;
  /** Whether the form for a branch is open. */
  asking: Signal<boolean>;
  /** Opens the form. */
  ask(): void;
  show(side: ComparisonSide): void;
  toggleSide(): void;
  togglePaired(): void;
  /** @returns one sentence where there is no such branch; the run on show is then the one it was. */
  create(plan: Plan): Promise<string | undefined>;
  undo(): Promise<void>;
  /** How many forks the run on show lies before the last one. */
  back(): number;
  /** Puts every run of the trail into the language of the page. */
  relocalise(): void;
}

export const [BranchesProvider, useBranches] = slice<BranchesSlice>();

/** Branches of branches that are kept; each holds its states in the worker. */
const DEEPEST = 8;

export function createBranches({ run, playback }: { run: RunSlice; playback: PlaybackSlice }): BranchesSlice {
  const { session, status, shown, attempt } = run;
  const trail = signal<readonly Comparison[]>([]);
  const side = signal<ComparisonSide>('branch');
  const busy = signal<Progress | undefined>(undefined);
  const asking = signal(false);
  const paired = signal(false);
  const pair = computed(() => trail.value.at(-1));

  const showRun = (wanted: RunView): void => {
    const ready = status.peek();
    if (ready.status === 'ready') status.value = { ...ready, run: wanted };
  };
  const show = (wanted: ComparisonSide): void => {
    const now = pair.peek();
    side.value = wanted;
    if (now) showRun(now[wanted].run);
  };
  // A run made anew has no branches.
  run.onBegin(() => {
    trail.value = [];
    side.value = 'branch';
    busy.value = undefined;
    asking.value = false;
  });

  async function grow(base: RunView, plan: Plan): Promise<string | undefined> {
    const mine = attempt.peek();
    const old = side.peek() === 'original' ? trail.peek().at(-1) : undefined;
    if (trail.peek().length >= DEEPEST && !old) return t('branch.deepest', { most: DEEPEST });
    // From the original the new branch takes the place of the old one.
    if (old) await session.unfork();
    const outcome = await attemptBranch(session, old?.alone ?? base, plan, (progress) => {
      busy.value = progress;
    });
    if (mine !== attempt.peek()) return undefined;
    if (typeof outcome === 'string') {
      if (old) await session.fork(old.plan.tick, old.plan.interventions, () => {}, old.plan.without);
      trail.value = [...trail.peek()];
      return outcome;
    }
    trail.value = [...(old ? trail.peek().slice(0, -1) : trail.peek()), outcome];
    show('branch');
    return undefined;
  }

  return {
    trail,
    pair,
    side,
    paired,
    busy,
    asking,
    ask() {
      if (!shown.value) return;
      playback.playing.value = false;
      asking.value = true;
    },
    show,
    toggleSide: () => (pair.peek() ? show(side.peek() === 'branch' ? 'original' : 'branch') : undefined),
    togglePaired() {
      if (pair.peek()) paired.value = !paired.peek();
    },
    async create(plan) {
      const base = shown.peek();
      if (!base || busy.peek()) return undefined;
      busy.value = { tick: 0, ticks: 0 };
      try {
        return await grow(base, plan);
      } catch (error) {
        return inOneSentence(error);
      } finally {
        busy.value = undefined;
      }
    },
    async undo() {
      const undone = pair.peek();
      if (!undone || busy.peek()) return;
      const mine = attempt.peek();
      await session.unfork();
      if (mine !== attempt.peek()) return;
      showRun(undone.alone);
      trail.value = trail.peek().slice(0, -1);
      side.value = 'branch';
    },
    back: () => (pair.value && side.value === 'original' ? 1 : 0),
    relocalise() {
      // The branch of one comparison may be the original of the next.
      const made = new Map<RunView, RunView>();
      const anew = (run: RunView): RunView => {
        const view = made.get(run) ?? relocalise(run);
        made.set(run, view);
        return view;
      };
      trail.value = trail.peek().map((one) => ({
        ...one,
        alone: anew(one.alone),
        original: { ...one.original, run: anew(one.original.run) },
        branch: { ...one.branch, run: anew(one.branch.run) },
      }));
    },
  };
}

/** The branch beside its original, or why there is none; the engine is then back where it was. */
async function attemptBranch(
  engine: Session,
  base: RunView,
  plan: Plan,
  onProgress: (progress: Progress) => void,
): Promise<Comparison | string> {
  // Before the engine has a branch, so that none is left where this cannot be fetched.
  const { standBeside, toViewBeside } = await import('../run-view/view-beside.ts');
  const replay = await engine.fork(plan.tick, plan.interventions, onProgress, plan.without).catch(inOneSentence);
  if (typeof replay === 'string') return replay;
  const branch = toViewBeside(replay, base);
  const first = firstDifference(base.replay, replay);
  const missed = withoutOccasion(base, branch, plan);
  if (first === null || missed) {
    await engine.unfork();
    return missed ?? t('branch.same');
  }
  const [before, after] = await Promise.all([engine.summary(1), engine.summary()]);
  return {
    plan,
    alone: base,
    first,
    original: { run: standBeside(base, branch), summary: before },
    branch: { run: branch, summary: after },
  };
}

/** What the engine could not do, in its own words; a run that had no occasion is no branch. */
function withoutOccasion(base: RunView, branch: RunView, { tick, interventions }: Plan): string | undefined {
  const ticks = new Set([tick, ...interventions.map((placed) => placed.tick)]);
  for (const at of ticks) {
    const missed = ({ events }: RunView) => events.filter((event) => event.tick === at && cameToNothing(event));
    const [event] = missed(branch).slice(missed(base).length);
    if (event) return t('branch.noOccasion', { what: branch.spellOut(textOf(sentence(event, branch))) });
  }
  return undefined;
}

/** A decision without occasion, or one that others refused. */
const cameToNothing = ({ kind, of }: Event): boolean =>
  kind === 'no-occasion' || (kind === 'refused' && of !== undefined);

const inOneSentence = (error: unknown): string => (error instanceof Error ? error.message : String(error));
