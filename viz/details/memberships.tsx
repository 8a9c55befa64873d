import { t } from '../i18n/index.ts';
import { AllianceName, Sentence } from '../names/names.tsx';
import type { AllianceView, RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';

/** When an actor was in which alliance. */
export function Memberships({ run, actor }: { run: RunView; actor: number }) {
  const lives = run.alliances.flatMap((alliance) =>
    alliance.spans.filter((span) => span.actor === actor).map((span) => ({ alliance, span })),
  );
  if (lives.length === 0) return <p>{t('actor.none')}</p>;
  return (
    <ul class="details-list">
      {lives.map(({ alliance, span }) => (
        <li key={`${alliance.id} ${span.from}`}>
          <span class="event-date">{spanWords(run, span, membershipRecord(run, alliance))}</span>
          <span>
            <AllianceName id={alliance.id} text={alliance.name} run={run} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Who was in an alliance when. */
export function MembershipList({ run, alliance }: { run: RunView; alliance: AllianceView }) {
  const record = membershipRecord(run, alliance);
  return (
    <ul class="details-list">
      {alliance.spans.map((span) => {
        const { id, name } = run.actors[span.actor]!;
        return (
          <li key={`${id} ${span.from}`}>
            <span class="event-date">{spanWords(run, span, record)}</span>
            <span>
              <Sentence parts={[{ text: name, actor: id }]} run={run} />
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
export const membershipRecord = (run: RunView, { id, from }: AllianceView): Whole =>
  run.replay.alliances.find((record) => record.id === id && Math.max(0, record.founded) === from) ?? {
    founded: from,
    ended: null,
  };

/** "1882 Q1 – 1914 Q2", with words for what lies outside the run. */
export function spanWords(run: RunView, span: { from: number; to: number }, { founded }: Whole): string {
  const from = span.from === 0 && founded < 0 ? t('actor.since-before') : dateLabel(run.clock, span.from);
  const to = span.to >= run.ticks ? t('actor.to-end') : dateLabel(run.clock, span.to);
  return t('actor.span', { from, to });
}
