import type { RecordedMark, RecordedSpell } from '../../sim/results/recorded-history.ts';
import { provenanceNotesOf, speaker } from '../details/provenance.ts';
import { t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { listPhrase, textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateOf, yearsLabel } from '../run-view/time.ts';
import type { LaneItem } from './lane-layout.ts';

/** What is told of one thing of the record. */
export interface Told {
  name: string;
  years: string;
  /** Members of a treaty, or the treaty that a fact is about. */
  who: string;
  statement: string;
  source: string;
}

/** Everything that an item of the lane stands for. */
export const toldOf = (run: RunView, { spell, marks }: LaneItem): Told[] =>
  spell ? [spellTold(run, spell)] : marks.map((mark) => markTold(run, mark));

/** The same in one breath. */
export const spoken = (told: readonly Told[]): string =>
  told.map(({ name, years, who, statement }) => [name, years, who, statement].filter(Boolean).join(', ')).join('; ');

/** What a bar is called. */
export function spellName(run: RunView, { who, name, fact, treaty }: RecordedSpell): string {
  const actors = textOf(listPhrase(who, run));
  if (name === undefined) return fact && treaty === undefined ? t(`fact.${fact.kind}`, { who: actors }) : actors;
  const alliance = scenarioText(name);
  return fact?.kind === 'member' ? t('record.enters', { who: actors, alliance, count: who.length }) : alliance;
}

function spellTold(run: RunView, spell: RecordedSpell): Told {
  const { who, open, fact, name } = spell;
  const years = yearsIn(run, spell);
  const isNamed = name !== undefined && fact?.kind !== 'member';
  return {
    name: spellName(run, spell),
    years: open ? t('record.open', { years }) : years,
    who: isNamed ? textOf(listPhrase(who, run)) : '',
    statement: fact?.statement ? scenarioText(fact.statement) : '',
    source: fact?.source ?? sourceOf(run, spell),
  };
}

function markTold(run: RunView, mark: RecordedMark): Told {
  const { fact, name } = mark;
  return {
    name: t(`fact.${fact.kind}`, { who: textOf(listPhrase(fact.who, run)) }),
    years: yearsIn(run, mark),
    who: name === undefined ? '' : scenarioText(name),
    statement: fact.statement ? scenarioText(fact.statement) : '',
    source: fact.source,
  };
}

/** Where the scenario has the beginning of a treaty from that no fact records. */
function sourceOf({ written }: RunView, { treaty = '' }: RecordedSpell): string {
  const { provenance } = provenanceNotesOf(written.scenario);
  return speaker(provenance, ['treaties', treaty, 'age'])?.source ?? '';
}

/** The years that a fact gives, or a treaty that no fact is of; what lasts beyond the run is shown to its last year. */
function yearsIn({ clock, ticks }: RunView, { fact, from, to, open }: Lasting): string {
  const yearAt = (tick: number): number => dateOf(clock, tick).year;
  // A metric is a mean over years up to, not including, its last date; all else ended on that date.
  const isMean = fact?.kind === 'metric';
  const last = fact && !isMean ? Math.floor(fact.to) : yearAt(isMean || open ? Math.max(from, to - 1) : to);
  return yearsLabel(yearAt(from), Math.min(last, yearAt(ticks - 1)), clock.start);
}

interface Lasting {
  fact: RecordedMark['fact'] | undefined;
  from: number;
  to: number;
  open?: boolean;
}
