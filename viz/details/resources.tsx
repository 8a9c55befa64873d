import type { Frame } from '../../sim/results/replay.ts';
import { isKey, t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel, yearLabel } from '../run-view/time.ts';
import { percent, threeFigures } from '../run-view/words.ts';
import { usePlayback } from '../store/playback.ts';
import { signOf } from './provenance.ts';
import { type StockSource, stockSource } from './stock-source.ts';

interface ResourcesOf {
  run: RunView;
  actor: number;
  state: Frame | undefined;
}

/** Stocks as they stand, and where the scenario has the figures from that it begins with. */
export function Resources({ run, actor, state }: ResourcesOf) {
  const kinds = run.scenario.resources ?? [];
  if (kinds.length === 0) return null;
  const { tick } = usePlayback();
  const { id } = run.actors[actor]!;
  // Of a world that was drawn by lot the file may not have the kinds that the run has.
  const known = state?.resources.length === kinds.length * run.actors.length ? state.resources : undefined;
  return (
    <>
      <h3>{t('actor.resources')}</h3>
      <ul class="details-resources">
        {kinds.map((kind, k) => {
          const source = stockSource(
            run.written.scenario,
            id,
            kind.id,
            state?.tick === undefined ? tick.value : state.tick - 1,
          );
          const value = known?.[actor * kinds.length + k];
          return (
            <li key={kind.id}>
              <span>
                {kind.name} <b>{value === undefined ? '–' : threeFigures(value)}</b>
                {kind.unit ? <span class="details-unit"> {kind.unit}</span> : null}
              </span>
              {source.rule ? (
                <Credit text={source.rule.source} confidence={source.rule.confidence} />
              ) : (
                <small>{t('actor.no-source')}</small>
              )}
              <small>{figureWords(source, value, run)}</small>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Less than this is what rounding leaves, or nothing worth a word. */
const NOTABLE = 0.005;

/** Of which year the figure is that the source speaks of, and how far the run has moved the number on show from it. */
function figureWords({ year, figure }: StockSource, value: number | undefined, run: RunView): string {
  if (figure === undefined) return t('actor.figure-none');
  const of = {
    figure: threeFigures(figure),
    when: year === undefined ? dateLabel(run.clock, 0) : yearLabel(year, run.clock.start),
  };
  const said = t(year === undefined ? 'actor.figure-start' : 'actor.figure-year', of);
  const moved = value === undefined || figure === 0 ? 0 : value / figure - 1;
  if (Math.abs(moved) < NOTABLE) return said;
  return `${said} ${t('actor.figure-moved', { change: `${moved > 0 ? '+' : '−'}${percent(Math.abs(moved))}` })}`;
}

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
