import type { ComponentChildren } from 'preact';
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
export const SlicesProvider = ({ slices, children }: { slices: Slices; children: ComponentChildren }) => (
  <RunProvider value={slices.run}>
    <PlaybackProvider value={slices.playback}>
      <SelectionProvider value={slices.selection}>
        <PanelsProvider value={slices.panels}>
          <BranchesProvider value={slices.branches}>
            <PhasesProvider value={slices.phases}>
              <FrameProvider value={slices.frame}>
                <AttributionProvider value={slices.attribution}>
                  <FirstStepsProvider value={slices.firstSteps}>
                    <PredictionsProvider value={slices.predictions}>
                      <SharedRunProvider value={slices.sharedRun}>
                        <UserScenariosProvider value={slices.userScenarios}>{children}</UserScenariosProvider>
                      </SharedRunProvider>
                    </PredictionsProvider>
                  </FirstStepsProvider>
                </AttributionProvider>
              </FrameProvider>
            </PhasesProvider>
          </BranchesProvider>
        </PanelsProvider>
      </SelectionProvider>
    </PlaybackProvider>
  </RunProvider>
);
