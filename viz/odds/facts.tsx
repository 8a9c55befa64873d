import type { AvailableReporters } from '../../sim/experiment/available-reporters.ts';
import { BASE_BRIER, brierOf, type Proportion, proportionOf } from '../../sim/experiment/forecast-score.ts';
import { columnOf } from '../../sim/experiment/replication-results.ts';
import type { Fact } from '../../sim/schema/history.ts';
import { language, numeral, t } from '../i18n/index.ts';
import type { NamesById } from '../i18n/names-of.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { yearLabel } from '../run-view/time.ts';
import { percent } from '../run-view/words.ts';
import { useNames } from '../store/use-names.ts';
import type { Picking } from './seeds-dialog.tsx';
import type { Study } from './study.ts';
import { obstacleInWords } from './words.ts';

interface Shown {
  study: Study;
  own: Float64Array | undefined;
  picking: Picking;
}

interface Row extends Proportion {
  fact: Fact;
  actors: readonly string[];
  times: number;
  /** Whether it happened in the run on show; undefined until that is known. */
  here: boolean | undefined;
  seeds: readonly number[];
}

/** The recorded facts, each with the share of the runs in which it happened. */
export function OddsFacts({ study, own, picking }: Shown) {
  const names = useNames('facts', study.subject.id) ?? {};
  const { start } = study.subject;
  const facts = study.outline.value?.facts ?? [];
  if (facts.length === 0) return <p class="odds-note">{t('odds.factsNone')}</p>;
  const rows = rowsOf(study, facts, own);
  return (
    <section class="odds-facts" aria-labelledby="odds-facts">
      <h3 id="odds-facts">{t('odds.facts')}</h3>
      <p class="odds-says">{t('odds.factsSay')}</p>
      {rows.length > 0 ? (
        <>
          <ul class="facts">
            {rows.map((row) => (
              <FactRow key={row.fact.id} row={row} name={nameOf(row, names)} start={start} picking={picking} />
            ))}
          </ul>
          <p class="odds-brier">{brierSays(rows)}</p>
        </>
      ) : null}
      <Unjudged facts={facts} names={names} start={start} />
    </section>
  );
}

function rowsOf({ sample }: Study, facts: AvailableReporters['facts'], own: Float64Array | undefined): Row[] {
  const { names, seeds } = sample.value;
  return facts.flatMap(({ fact, actors }) => {
    const place = names.indexOf(`fact:${fact.id}`);
    if (place < 0) return [];
    const column = columnOf(sample.value, place);
    const those = seeds.filter((_, k) => column[k] === 1);
    const here = own && own[place] === 1;
    return [{ fact, actors, here, seeds: those, times: those.length, ...proportionOf(those.length, seeds.length) }];
  });
}

const brierSays = (rows: readonly Row[]): string => {
  const digits = numeral({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return t('odds.brier', {
    score: digits.format(brierOf(rows.map(({ share }) => share))),
    coin: numeral().format(BASE_BRIER),
  });
};

const places = (value: number): string => `${100 * value}%`;

function FactRow({ row, name, start, picking }: { row: Row; name: string; start: number; picking: Picking }) {
  const { fact, share, low, high, here, times, seeds } = row;
  const shareSays = t('odds.shareSays', { share: percent(share), low: percent(low), high: percent(high) });
  return (
    <li class="fact">
      <p class="fact-text">
        <span class="fact-kicker">
          {yearLabel(Math.floor(fact.from), start)} · {name}
        </span>
        {fact.statement ? <Statement text={fact.statement} /> : null}
        <span class="fact-source" lang="en">
          {t('odds.source', { source: fact.source })}
        </span>
      </p>
      <button
        type="button"
        class="fact-odds"
        title={shareSays}
        aria-label={`${shareSays}. ${t('odds.factSeeds', { count: times })}`}
        disabled={times === 0}
        onClick={() => picking.pickSeeds(name, seeds)}
      >
        <span class="fact-share">{percent(share)}</span>
        <span class="fact-track" aria-hidden="true">
          <span class="fact-bar" style={{ width: places(share) }} />
          <span class="fact-interval" style={{ left: places(low), width: places(high - low) }} />
        </span>
      </button>
      <span class={here ? 'fact-here yes' : 'fact-here'}>
        {here === undefined ? '' : `${here ? '✓' : '–'} ${t(here ? 'odds.hereYes' : 'odds.hereNo')}`}
      </span>
    </li>
  );
}

/** In the language of the page where it has been translated; else in that of the file, which is English or a stranger’s. */
function Statement({ text }: { text: string }) {
  const words = scenarioText(text);
  return <span lang={words === text ? 'en' : undefined}>{words}</span>;
}

/** "Triple Alliance signed"; of a scenario that is not bundled what the fact is of whom, "allied: Germany, Austria-Hungary". */
function nameOf({ fact, actors }: Pick<Row, 'fact' | 'actors'>, names: NamesById): string {
  if (Object.hasOwn(names, fact.id)) return names[fact.id]!;
  const who = new Intl.ListFormat(language.value, { type: 'unit', style: 'short' }).format(actors);
  return t(`fact.${fact.kind}`, { who });
}

function Unjudged({ facts, names, start }: { facts: AvailableReporters['facts']; names: NamesById; start: number }) {
  const left = facts.filter(({ obstacle }) => obstacle);
  if (left.length === 0) return null;
  return (
    <details class="odds-unjudged">
      <summary>{t('odds.unjudged', { count: left.length })}</summary>
      <ul>
        {left.map(({ fact, actors, obstacle }) => (
          <li key={fact.id}>
            {yearLabel(Math.floor(fact.from), start)} · {nameOf({ fact, actors }, names)}.{' '}
            {fact.statement ? <Statement text={fact.statement} /> : null} <em>{obstacleInWords(obstacle!)}</em>
          </li>
        ))}
      </ul>
    </details>
  );
}
