import { findMechanism } from '../mechanisms/index.ts';
import { compileExistence, tickAt } from '../model/compile.ts';
import type { Mechanism } from '../model/mechanism.ts';
import { dateAfter } from '../schema/calendar.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Intervention } from '../schema/intervention.ts';
import { PHASES, type Scenario } from '../schema/scenario.ts';
import type { Change } from '../schema/shock.ts';
import { refer } from './refer.ts';

type Named = readonly (readonly [id: string, path: Path])[];

/**
 * The spells of each actor come in order, apart from each other, and a successor exists when it is needed; who belongs to a treaty at the
 * start exists then; and no mechanism is chosen that takes all actors to exist.
 */
export function checkExistence(
  scenario: Scenario,
  names: IdIndex,
  foreign: readonly Mechanism[],
  at: Path,
  report: ReportFault,
): void {
  const isSound = scenario.actors.map((_, k) => checkSpells(scenario, k, names, [...at, 'actors', k], report));
  if (!isSound.every(Boolean)) return;
  const presence = calendarOfActors(scenario, names);
  if (!presence) return;
  checkSuccessors(scenario, presence, at, report);
  scenario.treaties.forEach(({ members }, k) => {
    for (const [m, id] of members.entries())
      if (!presence.has(id, 0)) report([...at, 'treaties', k, 'members', m], absentSentence(id, scenario.time.start));
  });
  checkMechanisms(scenario, foreign, at, report);
}

function checkSpells({ actors, time }: Scenario, k: number, names: IdIndex, at: Path, report: ReportFault): boolean {
  const { id, existence = [] } = actors[k]!;
  let sound = true;
  const fault = (path: Path, message: string): void => {
    sound = false;
    report([...at, 'existence', ...path], message);
  };
  const tick = (date: number): number => tickAt(time, date);
  existence.forEach(({ from, to, successor, resources }, s) => {
    const before = existence[s - 1];
    if (before && before.to === undefined)
      fault([s], 'the spell before lasts to the end: expected it to have a date "to"');
    if (before && from === undefined) fault([s, 'from'], 'missing: only the first spell may begin before the start');
    if (before?.to !== undefined && from !== undefined && tick(from) <= tick(before.to))
      fault(
        [s, 'from'],
        `expected a date at least one tick after ${before.to}, the end of the spell before, got ${from}`,
      );
    if (from !== undefined && to !== undefined && tick(to) <= tick(from))
      fault([s, 'to'], `expected a date at least one tick after ${from}, got ${to}`);
    if (successor !== undefined) {
      if (!refer(report, [...at, 'existence', s, 'successor'], successor, names.actors, 'actor')) sound = false;
      if (successor === id) fault([s, 'successor'], `"${id}" cannot succeed itself`);
      if (to === undefined) fault([s, 'successor'], 'the spell lasts to the end: expected a date "to"');
    }
    for (const kind of Object.keys(resources ?? {}))
      if (!refer(report, [...at, 'existence', s, 'resources', kind], kind, names.resources, 'resource')) sound = false;
  });
  return sound;
}

function checkSuccessors({ actors, time }: Scenario, presence: ActorCalendar, at: Path, report: ReportFault): void {
  actors.forEach(({ existence = [] }, k) => {
    existence.forEach(({ to, successor }, s) => {
      if (to === undefined || successor === undefined) return;
      if (!presence.has(successor, tickAt(time, to)))
        report([...at, 'actors', k, 'existence', s, 'successor'], absentSentence(successor, to));
    });
  });
}

function checkMechanisms({ mechanisms }: Scenario, foreign: readonly Mechanism[], at: Path, report: ReportFault): void {
  for (const phase of PHASES)
    mechanisms[phase]?.forEach(({ name }, k) => {
      if (findMechanism(phase, name, foreign)?.allExist)
        report(
          [...at, 'mechanisms', phase, k, 'name'],
          `"${name}" takes every actor to exist throughout: expected no actor with spells of existence`,
        );
    });
}

const absentSentence = (id: string, date: number): string => `"${id}" does not exist in ${Math.floor(date)}`;

/** Who exists in which tick. */
export interface ActorCalendar {
  has(id: string, tick: number): boolean;
}

/** Undefined where every actor exists throughout. @param scenario one whose spells are sound. */
export function calendarOfActors(scenario: Scenario, names: IdIndex): ActorCalendar | undefined {
  const existence = compileExistence(scenario, names);
  if (!existence) return undefined;
  return {
    has: (id, tick) => {
      const spells = existence.filter(({ actor }) => actor === names.actors.get(id));
      return spells.length === 0 || spells.some(({ from, to }) => tick >= from && tick < to);
    },
  };
}

/** Whom an intervention names, it names in a tick in which that actor exists. */
export function checkExisting(
  { time }: Scenario,
  presence: ActorCalendar,
  placed: Intervention,
  at: Path,
  report: ReportFault,
): void {
  for (const [id, path] of actorsNamed(placed, at))
    if (!presence.has(id, placed.tick))
      report(path, absentSentence(id, dateAfter(time.start, placed.tick / time.ticksPerYear)));
}

function actorsNamed(placed: Intervention, at: Path): Named {
  switch (placed.kind) {
    case 'shock':
      return placed.shock.changes.flatMap((change, k) => targetsOf(change, [...at, 'shock', 'changes', k, 'target']));
    case 'set': {
      const [head, first, second] = placed.path.split('.');
      const ids = head === 'actors' ? [first!] : head === 'dyads' ? [first!, second!] : [];
      return ids.map((id) => [id, [...at, 'path']]);
    }
    case 'cancel':
      return [];
    case 'decide':
      return [[placed.actor, [...at, 'actor']], ...othersIn(placed.choice, [...at, 'choice'])];
  }
}

function othersIn(choice: Extract<Intervention, { kind: 'decide' }>['choice'], at: Path): Named {
  if (choice.act === 'propose') return [[choice.to, [...at, 'to']]];
  if (choice.act === 'sign') return choice.parties.map((id, k) => [id, [...at, 'parties', k]]);
  return [];
}

function targetsOf({ target }: Change, at: Path): Named {
  if ('actors' in target && target.actors !== 'all') return target.actors.map((id, k) => [id, [...at, 'actors', k]]);
  if ('among' in target && target.among !== 'all') return target.among.map((id, k) => [id, [...at, 'among', k]]);
  if ('dyads' in target)
    return target.dyads.flatMap(({ from, to }, k) => [
      [from, [...at, 'dyads', k, 'from']] as const,
      [to, [...at, 'dyads', k, 'to']] as const,
    ]);
  return [];
}
