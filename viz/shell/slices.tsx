import type { ComponentChildren, Provider, VNode } from 'preact';
import { AttributionProvider, type AttributionSlice, createAttribution } from '../attribution/asked-ending.ts';
import { createFirstSteps, FirstStepsProvider, type FirstStepsSlice } from '../first-steps/first-steps.ts';
import { createPredictions, PredictionsProvider, type PredictionsSlice } from '../predict/predict-state.ts';
import { createSharedRun, SharedRunProvider, type SharedRunSlice } from '../share/shared-run.ts';
import { BranchesProvider, type BranchesSlice, createBranches } from '../store/branches.ts';
import { createFrame, FrameProvider, type FrameSlice } from '../store/frame.ts';
import { createPanels, PanelsProvider, type PanelsSlice } from '../store/panels.ts';
import { createPhases, PhasesProvider, type PhasesSlice } from '../store/phases.ts';
import { createPlayback, PlaybackProvider, type PlaybackSlice } from '../store/playback.ts';
import { createRun, type Engine, RunProvider, type RunSlice } from '../store/run.ts';
import { createSelection, SelectionProvider, type SelectionSlice } from '../store/selection.ts';
import {
  createUserScenarios,
  UserScenariosProvider,
  type UserScenariosSlice,
} from '../user-scenarios/user-scenarios.ts';

/** All that changes on the page, and the few ways to change it. */
export interface Slices {
  run: RunSlice;
  playback: PlaybackSlice;
  selection: SelectionSlice;
  panels: PanelsSlice;
  branches: BranchesSlice;
  phases: PhasesSlice;
  frame: FrameSlice;
  attribution: AttributionSlice;
  firstSteps: FirstStepsSlice;
  predictions: PredictionsSlice;
  sharedRun: SharedRunSlice;
  userScenarios: UserScenariosSlice;
}

export function createSlices(engine: Engine): Slices {
  const run = createRun(engine);
  const playback = createPlayback({ run });
  const branches = createBranches({ run, playback });
  return {
    run,
    playback,
    selection: createSelection({ run }),
    panels: createPanels({ run }),
    branches,
    phases: createPhases({ run, playback, branches }),
    frame: createFrame(),
    attribution: createAttribution({ run, playback }),
    firstSteps: createFirstSteps(),
    predictions: createPredictions(),
    sharedRun: createSharedRun(),
    userScenarios: createUserScenarios(),
  };
}

/** Gives every slice to the views below, each by itself. */
export const SlicesProvider = ({ slices, children }: { slices: Slices; children: ComponentChildren }) =>
  PROVIDERS.reduce<ComponentChildren>((within, give) => give(slices, within), children);

const provider =
  <Name extends keyof Slices>(name: Name, Provide: Provider<Slices[Name]>) =>
  (slices: Slices, children: ComponentChildren): VNode => <Provide value={slices[name]}>{children}</Provide>;

const PROVIDERS = [
  provider('run', RunProvider),
  provider('playback', PlaybackProvider),
  provider('selection', SelectionProvider),
  provider('panels', PanelsProvider),
  provider('branches', BranchesProvider),
  provider('phases', PhasesProvider),
  provider('frame', FrameProvider),
  provider('attribution', AttributionProvider),
  provider('firstSteps', FirstStepsProvider),
  provider('predictions', PredictionsProvider),
  provider('sharedRun', SharedRunProvider),
  provider('userScenarios', UserScenariosProvider),
];
