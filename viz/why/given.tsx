import type { Event } from '../../sim/world/event.ts';
import { provenanceNotesOf, type Rule, speaker } from '../details/provenance.ts';
import { Credit } from '../details/resources.tsx';
import { type Key, t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import type { RunView } from '../run-view/run-view.ts';

/** Of what a run was given, that it is given, what the scenario notes of it, and where its date and its size are from. */
export function Given({ event, run }: { event: Event; run: RunView }) {
  if (event.kind !== 'shock') return <p>{t('why.placed')}</p>;
  const { note, date, size } = shockSources(run.written.scenario, event.shock);
  return (
    <>
      <p>{t(event.chance ? 'why.given-random' : 'why.given')}</p>
      {note ? <p>{scenarioText(note)}</p> : null}
      <Source of="why.given-date" rule={date} />
      <Source of="why.given-size" rule={size} />
    </>
  );
}

const Source = ({ of, rule }: { of: Key; rule: Rule | undefined }) => (
  <p>
    {t(of)} {rule ? <Credit text={rule.source} confidence={rule.confidence} /> : <small>{t('actor.no-source')}</small>}
  </p>
);

interface ShockSources {
  note: string | undefined;
  date: Rule | undefined;
  size: Rule | undefined;
}

/** What a scenario says of one of its shocks; it may be anybody’s. */
export function shockSources(scenario: unknown, id: string): ShockSources {
  const { provenance } = provenanceNotesOf(scenario);
  const { shocks } = Object(scenario) as { shocks?: unknown };
  const written: unknown = Array.isArray(shocks) ? shocks.find((one) => Object(one).id === id) : undefined;
  const { note, at } = Object(written) as { note?: unknown; at?: unknown };
  return {
    note: typeof note === 'string' ? note : undefined,
    date: speaker(provenance, ['shocks', id, at === undefined ? 'hazard' : 'at']),
    size: speaker(provenance, ['shocks', id, 'changes', '0', 'amount']),
  };
}
