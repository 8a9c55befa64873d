import type { Frame } from '../../sim/results/replay.ts';
import { isKey, numeral, t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { provenanceNotesOf, signOf, speaker } from './provenance.ts';

interface ResourcesOf {
  run: RunView;
  actor: number;
  state: Frame | undefined;
}

/** Stocks as they stand, and where the scenario has the figures from that it begins with. */
export function Resources({ run, actor, state }: ResourcesOf) {
  const kinds = run.scenario.resources ?? [];
  if (kinds.length === 0) return null;
  const { provenance } = provenanceNotesOf(run.written.scenario);
  const { id } = run.actors[actor]!;
  // Of a world that was drawn by lot the file may not have the kinds that the run has.
  const known = state?.resources.length === kinds.length * run.actors.length ? state.resources : undefined;
  return (
    <>
      <h3>{t('actor.resources')}</h3>
      <ul class="dossier-resources">
        {kinds.map((kind, k) => {
          const rule = speaker(provenance, ['actors', id, 'resources', kind.id]);
          return (
            <li key={kind.id}>
              <span>
                {kind.name} <b>{known ? format(known[actor * kinds.length + k]!) : '–'}</b>
                {kind.unit ? <span class="dossier-unit"> {kind.unit}</span> : null}
              </span>
              {rule ? (
                <Credit text={rule.source} confidence={rule.confidence} />
              ) : (
                <small>{t('actor.no-source')}</small>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const format = (value: number): string => numeral({ maximumSignificantDigits: 4 }).format(value);

/** A source with the sign and the word of how far it can be trusted. */
export function Credit({ text, confidence }: { text: string; confidence: string }) {
  return (
    <small class="credit">
      <ConfidenceMark confidence={confidence} /> {text}
    </small>
  );
}

export function ConfidenceMark({ confidence }: { confidence: string }) {
  const key = `actor.confidence-${confidence}`;
  return (
    <span class={confidence === 'estimate' ? 'confidence guessed' : 'confidence'}>
      <span aria-hidden="true">{signOf(confidence)}</span> {isKey(key) ? t(key) : confidence}
    </span>
  );
}
