import type { Frame } from '../../sim/results/replay.ts';
import { Obligations } from '../glossary/obligations.tsx';
import { Sign } from '../glossary/sign.tsx';
import { t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import { hueClass } from '../run-view/hue-class.ts';
import { listPhrase } from '../run-view/phrase.ts';
import type { AllianceView, RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { obligationWords, purposeKey, treatyWords } from '../run-view/treaty-words.ts';
import { useFrame } from '../store/frame.ts';
import { usePlayback } from '../store/playback.ts';
import { Burden } from './burden.tsx';
import { CohesionCurve } from './cohesion-curve.tsx';
import { MembershipList, membershipRecord, spanWords } from './memberships.tsx';
import { disputesOf } from './promises.ts';
import { provenanceNotesOf, speaker } from './provenance.ts';
import { Credit } from './resources.tsx';

type Standing = Frame['alliances'][number];

/** All that the page knows of an alliance at the tick on show. */
export function AlliancePanel({ run, alliance }: { run: RunView; alliance: AllianceView }) {
  const { tick } = usePlayback();
  const { frame } = useFrame();
  const at = tick.value;
  const record = membershipRecord(run, alliance);
  const standing = frame.value?.alliances.find(
    ({ id, founded }) => id === alliance.id && Math.max(0, founded) === alliance.from,
  );
  const hue = hueClass(run, run.alliances.indexOf(alliance));
  return (
    <>
      <h2 id="details-title" tabIndex={-1}>
        {alliance.name} <span class={`seal ${hue}`}>{alliance.letter}</span>
      </h2>
      <p class="details-unit">{spanWords(run, alliance, record)}</p>
      <h3>
        {t('alliance.treaty')}
        <Sign of="casus-foederis" word={t('alliance.treaty')} />
      </h3>
      <Treaty run={run} alliance={alliance} standing={standing} />
      {standing ? (
        <>
          <h3>
            {t('alliance.burden')}
            <Sign of="free-riding" word={t('alliance.burden')} />
          </h3>
          <Burden run={run} standing={standing} hue={hue} />
        </>
      ) : null}
      <h3>
        {t('alliance.cohesion')}
        <Sign of="cohesion" word={t('alliance.cohesion')} />
      </h3>
      <CohesionCurve key={`${alliance.id} ${record.founded}`} run={run} alliance={alliance} founded={record.founded} />
      <h3>
        {t('alliance.disputes')}
        <Sign of="dispute" word={t('alliance.disputes')} />
      </h3>
      <Disputes run={run} alliance={alliance} standing={standing} tick={at} />
      <h3>{t('alliance.members')}</h3>
      <MembershipList run={run} alliance={alliance} />
    </>
  );
}

interface TreatyOf {
  run: RunView;
  alliance: AllianceView;
  standing: Standing | undefined;
}

/** The clauses as they stand; of a treaty that does not stand only what its record keeps. */
function Treaty({ run, alliance, standing }: TreatyOf) {
  const { provenance, treaties } = provenanceNotesOf(run.written.scenario);
  // Reviews and shocks change clauses; a source speaks of those that were written.
  const isWritten = treaties.includes(alliance.id) && isAsWritten(run.written.scenario, standing);
  const rule = isWritten ? speaker(provenance, ['treaties', alliance.id, 'formality']) : undefined;
  const record = run.replay.alliances.find(({ id }) => id === alliance.id);
  const obligations = standing?.clauses.obligations ?? record?.obligations;
  const owed = obligations && obligationWords(obligations);
  const sentences = standing
    ? treatyWords(standing.clauses, standing.leader, run)
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

function isAsWritten(scenario: unknown, standing: Standing | undefined): boolean {
  const { treaties } = Object(scenario) as { treaties?: unknown };
  const written: unknown = Array.isArray(treaties)
    ? treaties.find((one) => Object(one).id === standing?.id)
    : undefined;
  const { formality } = Object(written) as { formality?: unknown };
  return typeof formality !== 'number' || standing?.clauses.formality === formality;
}

function Disputes({ run, alliance, standing, tick }: TreatyOf & { tick: number }) {
  const { opened, settled } = disputesOf(run, alliance, tick);
  const open = standing?.disputes ?? [];
  return (
    <>
      <p>{opened + settled === 0 ? t('alliance.disputes-none') : t('alliance.disputes-count', { opened, settled })}</p>
      {open.length > 0 ? (
        <ul class="details-list">
          {open.map(({ actor, rung, opened: since }) => (
            <li key={actor}>
              <span class="event-date">{dateLabel(run.clock, since)}</span>
              <span>
                <Sentence parts={listPhrase([actor], run)} run={run} />: {t(`event.rung-${rung}`)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
