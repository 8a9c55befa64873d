import './explore.css';
import { t } from '../i18n/index.ts';
import { useApp } from '../store/state.ts';
import { EditorPart } from './editor.tsx';
import { type ExplorePart, exploreStateOf } from './explore-state.ts';
import { ParameterControlsPart } from './parameter-controls.tsx';
import { UserScenariosPart } from './user-scenarios-part.tsx';

/** Trying things out: levers of the run on show, the scenario as a text, and what is kept of one’s own. */
export function ExploreScreen() {
  const state = useApp();
  if (!state.source.aside) return <main class="waiting">{t('explore.noEngine')}</main>;
  const desk = exploreStateOf(state);
  const choose = (part: ExplorePart, label: string) => (
    <button
      type="button"
      id={`part-${part}`}
      aria-pressed={desk.part.value === part}
      onClick={() => {
        desk.part.value = part;
      }}
    >
      {label}
    </button>
  );
  return (
    <main class="explore" data-part={desk.part.value}>
      <div class="explore-head">
        <div class="segmented">
          {choose('levers', t('explore.levers'))}
          {choose('editor', t('explore.editor'))}
          {choose('own', t('explore.own'))}
        </div>
      </div>
      {desk.part.value === 'levers' ? <ParameterControlsPart desk={desk} /> : null}
      {desk.part.value === 'editor' ? <EditorPart desk={desk} /> : null}
      {desk.part.value === 'own' ? <UserScenariosPart desk={desk} /> : null}
    </main>
  );
}
