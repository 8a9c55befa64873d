import './explore.css';
import { t } from '../i18n/index.ts';
import { usePanels } from '../store/panels.ts';
import { useRun } from '../store/run.ts';
import { useUserScenarios } from '../user-scenarios/user-scenarios.ts';
import { EditorPart } from './editor.tsx';
import { type ExplorePart, exploreStateOf } from './explore-state.ts';
import { ParameterControlsPart } from './parameter-controls.tsx';
import { UserScenariosPart } from './user-scenarios-part.tsx';

/** Trying things out: levers of the run on show, the scenario as a text, and what is kept of one’s own. */
export function ExploreScreen() {
  const explore = exploreStateOf({ run: useRun(), panels: usePanels(), userScenarios: useUserScenarios() });
  const choose = (part: ExplorePart, label: string) => (
    <button
      type="button"
      id={`part-${part}`}
      aria-pressed={explore.part.value === part}
      onClick={() => {
        explore.part.value = part;
      }}
    >
      {label}
    </button>
  );
  return (
    <main class="explore" data-part={explore.part.value}>
      <div class="explore-head">
        <div class="segmented">
          {choose('levers', t('explore.levers'))}
          {choose('editor', t('explore.editor'))}
          {choose('own', t('explore.own'))}
        </div>
      </div>
      {explore.part.value === 'levers' ? <ParameterControlsPart explore={explore} /> : null}
      {explore.part.value === 'editor' ? <EditorPart explore={explore} /> : null}
      {explore.part.value === 'own' ? <UserScenariosPart explore={explore} /> : null}
    </main>
  );
}
