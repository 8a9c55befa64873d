import { t } from '../i18n/index.ts';
import { AllianceName, Sentence } from '../names/names.tsx';
import type { Alliance, Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';

/** When an actor was in which alliance. */
export function Lives({ story, actor }: { story: Story; actor: number }) {
  const lives = story.alliances.flatMap((alliance) =>
    alliance.spans.filter((span) => span.actor === actor).map((span) => ({ alliance, span })),
  );
  if (lives.length === 0) return <p>{t('actor.none')}</p>;
  return (
    <ul class="dossier-list">
      {lives.map(({ alliance, span }) => (
        <li key={`${alliance.id} ${span.from}`}>
          <span class="event-date">{spanWords(story, span, recordOf(story, alliance))}</span>
          <span>
            <AllianceName id={alliance.id} text={alliance.name} story={story} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Who was in an alliance when. */
export function Members({ story, alliance }: { story: Story; alliance: Alliance }) {
  const record = recordOf(story, alliance);
  return (
    <ul class="dossier-list">
      {alliance.spans.map((span) => {
        const { id, name } = story.actors[span.actor]!;
        return (
          <li key={`${id} ${span.from}`}>
            <span class="event-date">{spanWords(story, span, record)}</span>
            <span>
              <Sentence parts={[{ text: name, actor: id }]} story={story} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface Whole {
  founded: number;
  ended: number | null;
}

/** The alliance as the engine recorded it, which may be older than the run. */
export const recordOf = (story: Story, { id, from }: Alliance): Whole =>
  story.replay.alliances.find((record) => record.id === id && Math.max(0, record.founded) === from) ?? {
    founded: from,
    ended: null,
  };

/** "1882 Q1 – 1914 Q2", with words for what lies outside the run. */
export function spanWords(story: Story, span: { from: number; to: number }, { founded }: Whole): string {
  const from = span.from === 0 && founded < 0 ? t('actor.since-before') : dateLabel(story.clock, span.from);
  const to = span.to >= story.ticks ? t('actor.to-end') : dateLabel(story.clock, span.to);
  return t('actor.span', { from, to });
}
