import type { Frame } from '../../sim/history/replay.ts';
import { Obligations } from '../glossary/obligations.tsx';
import { Sign } from '../glossary/sign.tsx';
import { t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import { list } from '../run-view/phrase.ts';
import type { Alliance, Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { obligationWords, purposeKey, treatyWords } from '../run-view/treaty-words.ts';
import { useApp } from '../store/state.ts';
import { hueClass } from '../storyline/storyline-lines.tsx';
import { Burden } from './burden.tsx';
import { Trend } from './cohesion-curve.tsx';
import { Members, recordOf, spanWords } from './memberships.tsx';
import { disputesOf } from './promises.ts';
import { papersOf, speaker } from './provenance.ts';
import { Credit } from './resources.tsx';

type Standing = Frame['alliances'][number];

/** All that the page knows of an alliance at the tick on show. */
export function AlliancePanel({ story, alliance }: { story: Story; alliance: Alliance }) {
  const { tick, frame } = useApp();
  const at = tick.value;
  const record = recordOf(story, alliance);
  const standing = frame.value?.alliances.find(
    ({ id, founded }) => id === alliance.id && Math.max(0, founded) === alliance.from,
  );
  const hue = hueClass(story, story.alliances.indexOf(alliance));
  return (
    <>
      <h2 id="dossier-title" tabIndex={-1}>
        {alliance.name} <span class={`seal ${hue}`}>{alliance.letter}</span>
      </h2>
      <p class="dossier-unit">{spanWords(story, alliance, record)}</p>
      <h3>
        {t('alliance.treaty')}
        <Sign of="casus-foederis" word={t('alliance.treaty')} />
      </h3>
      <Treaty story={story} alliance={alliance} standing={standing} />
      {standing ? (
        <>
          <h3>
            {t('alliance.burden')}
            <Sign of="free-riding" word={t('alliance.burden')} />
          </h3>
          <Burden story={story} standing={standing} hue={hue} />
        </>
      ) : null}
      <h3>
        {t('alliance.cohesion')}
        <Sign of="cohesion" word={t('alliance.cohesion')} />
      </h3>
      <Trend key={`${alliance.id} ${record.founded}`} story={story} alliance={alliance} founded={record.founded} />
      <h3>
        {t('alliance.disputes')}
        <Sign of="dispute" word={t('alliance.disputes')} />
      </h3>
      <Disputes story={story} alliance={alliance} standing={standing} tick={at} />
      <h3>{t('alliance.members')}</h3>
      <Members story={story} alliance={alliance} />
    </>
  );
}

interface TreatyOf {
  story: Story;
  alliance: Alliance;
  standing: Standing | undefined;
}

/** The clauses as they stand; of a treaty that does not stand only what its record keeps. */
function Treaty({ story, alliance, standing }: TreatyOf) {
  const { provenance, treaties } = papersOf(story.written.setting);
  const rule = treaties.includes(alliance.id) ? speaker(provenance, ['treaties', alliance.id, 'formality']) : undefined;
  const record = story.replay.alliances.find(({ id }) => id === alliance.id);
  const obligations = standing?.clauses.obligations ?? record?.obligations;
  const owed = obligations && obligationWords(obligations);
  const sentences = standing
    ? treatyWords(standing.clauses, standing.leader, story)
    : [
        t('treaty.founding', { purpose: purposeKey(alliance.purpose) }),
        ...(record ? [obligationWords(record.obligations)] : []),
        t('treaty.gone'),
      ];
  return (
    <>
      <ul class="clauses">
        {sentences.map((one) => (
          <li key={one}>{one === owed && obligations ? <Obligations obligations={obligations} /> : one}</li>
        ))}
      </ul>
      {rule ? <Credit text={rule.source} confidence={rule.confidence} /> : null}
    </>
  );
}

function Disputes({ story, alliance, standing, tick }: TreatyOf & { tick: number }) {
  const { opened, settled } = disputesOf(story, alliance, tick);
  const open = standing?.disputes ?? [];
  return (
    <>
      <p>{opened + settled === 0 ? t('alliance.disputes-none') : t('alliance.disputes-count', { opened, settled })}</p>
      {open.length > 0 ? (
        <ul class="dossier-list">
          {open.map(({ actor, rung, opened: since }) => (
            <li key={actor}>
              <span class="event-date">{dateLabel(story.clock, since)}</span>
              <span>
                <Sentence parts={list([actor], story)} story={story} />: {t(`event.rung-${rung}`)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
