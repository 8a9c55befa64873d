import { type EventMark, eventMarks } from '../facts/event-marks.ts';
import { type RecordedTreaty, recordedTreaties, tickAfter } from '../facts/recorded-treaties.ts';
import { tickOf } from '../facts/span.ts';
import type { History } from '../history/history.ts';
import type { Model } from '../model/model.ts';
import type { Fact } from '../schema/history.ts';
import type { Treaty } from '../schema/treaty.ts';

/** A treaty of the record, for as long as the record has it. Ticks may lie outside the run; `to` is the one after the last. */
export interface RecordedSpell {
  who: readonly string[];
  from: number;
  to: number;
  /** The record says no more of it after `to`, not that it ended. */
  open: boolean;
  /** Id of the treaty at the start that it is, or that `who` come to. */
  treaty: string | undefined;
  /** The name that the scenario gives that treaty. */
  name: string | undefined;
  /** The fact that records it; undefined where only the treaty at the start does. */
  fact: Fact | undefined;
}

/** Any other fact of the record. */
export interface RecordedMark {
  fact: Fact;
  from: number;
  to: number;
  /** The name of the treaty that it is about. */
  name: string | undefined;
}

/** What a scenario records of the world, on the clock of a run of it. */
export interface RecordedHistory {
  /** In the order of their beginnings. */
  spells: readonly RecordedSpell[];
  marks: readonly RecordedMark[];
  /** Of each event of the run, whether the record has it; undefined where it says nothing about its kind. */
  events: readonly (EventMark | undefined)[];
}

/** The record beside a run; undefined for a scenario that has none. */
export function recordedHistory(history: History): RecordedHistory | undefined {
  const { model } = history;
  const facts = model.scenario.history.facts;
  if (facts.length === 0) return undefined;
  const { treaties } = model.scenario;
  const recorded = recordedTreaties(model).slice(0, treaties.length);
  const lasting = facts
    .filter(({ kind }) => kind === 'allied' || kind === 'member')
    .map((fact) => spellOf(fact, model));
  const atStart = recorded.map((treaty, k) => spellAtStart(treaty, treaties[k]!, model));
  const spells = [...continued(atStart, lasting, model), ...lasting].sort(byBeginning);
  const marks = facts
    .filter(({ kind }) => kind !== 'allied' && kind !== 'member')
    .map((fact) => ({ fact, from: tickOf(model, fact.from), to: tickAfter(model, fact), name: nameOf(fact, model) }))
    .sort(byBeginning);
  return { spells, marks, events: eventMarks(history) ?? [] };
}

const byBeginning = (a: { from: number; to: number }, b: { from: number; to: number }): number =>
  a.from - b.from || b.to - a.to;

const nameOf = ({ alliance }: Fact, { scenario }: Model): string | undefined =>
  scenario.treaties.find(({ id }) => id === alliance)?.name;

function spellOf(fact: Fact, model: Model): RecordedSpell {
  const [from, to] = [tickOf(model, fact.from), tickAfter(model, fact)];
  return { who: fact.who, from, to, open: false, treaty: fact.alliance, name: nameOf(fact, model), fact };
}

/** A treaty of which the record never speaks again is shown where the run begins; one of the run’s last tick went on. */
const spellAtStart = (
  { id, from, to, ends }: RecordedTreaty,
  { name, members }: Treaty,
  { scenario: { time } }: Model,
): RecordedSpell => ({
  who: members,
  from,
  to: Math.max(1, to),
  open: !ends && to < time.ticks,
  treaty: id,
  name,
  fact: undefined,
});

/** A fact that has the members of a treaty of the start allied on, from within a year of its last word, is the same treaty. */
function continued(atStart: readonly RecordedSpell[], lasting: RecordedSpell[], model: Model): RecordedSpell[] {
  const { ticksPerYear } = model.scenario.time;
  return atStart.map((spell) => {
    const next = lasting.findIndex(
      ({ who, from, fact }) =>
        spell.open && fact?.kind === 'allied' && isSame(who, spell.who) && Math.abs(from - spell.to) <= ticksPerYear,
    );
    if (next < 0) return spell;
    const [{ to, fact }] = lasting.splice(next, 1) as [RecordedSpell];
    return { ...spell, to, open: false, fact };
  });
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id));
