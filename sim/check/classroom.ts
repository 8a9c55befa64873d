import { METRIC_NAMES } from '../results/summary.ts';
import { dateAfter } from '../schema/calendar.ts';
import type { Card, ClassPrediction, Classroom } from '../schema/classroom.ts';
import { collectFaults, type Fault, hint, type Path, type ReportFault, shown } from '../schema/fault.ts';
import { idIndexOf } from '../schema/id-index.ts';
import { numbersOf } from '../schema/parameter.ts';
import type { Scenario } from '../schema/scenario.ts';
import { checkOnce, refer } from './refer.ts';
import { checkChanges, checkFormula, checkShockSize, type ShockContext } from './shocks.ts';

/** How a class plays a scenario: who and what it names exists, and its rounds follow each other. */
export function checkClassroom(scenario: Scenario, above: Path, report: ReportFault): void {
  const { classroom } = scenario;
  if (!classroom) return;
  const at = [...above, 'classroom'];
  const { actors, axes } = idIndexOf(scenario);
  classroom.seats.forEach((id, k) => {
    refer(report, [...at, 'seats', k], id, actors, 'actor');
  });
  checkOnce(classroom.seats, [...at, 'seats'], report);
  checkOnce(classroom.decisions, [...at, 'decisions'], report);
  checkRounds(classroom, [...at, 'rounds'], report);
  checkSecrets(classroom, axes, [...at, 'secrets'], report);
  checkCards(classroom, scenario, [...at, 'cards'], report);
  checkPredictions(classroom, scenario, [...at, 'predictions'], report);
}

/** What is for players only names their seats only. */
function referToSeat({ seats }: Classroom, id: string, path: Path, report: ReportFault): void {
  if (!seats.includes(id)) report(path, () => `${shown(id)} is no seat of the class${hint(id, seats)}`);
}

function checkRounds({ rounds }: Classroom, at: Path, report: ReportFault): void {
  rounds.forEach((round, k) => {
    const before = rounds[k - 1];
    const free = before ? before.from + before.ticks : 0;
    if (round.from < free)
      report([...at, k, 'from'], `expected a tick from ${free} on, where the round before ends, got ${round.from}`);
  });
}

/**
 * What keeps a class from playing a scenario that runs all the same: rounds beyond its time, and predictions about years after the
 * last round. It is no fault of a scenario that is to be run, whose time anybody may set to another one.
 * @param scenario a checked one.
 */
export function classFaults({ classroom, time, history }: Scenario): Fault[] {
  const { faults, report } = collectFaults();
  if (!classroom) return faults;
  const { rounds, predictions } = classroom;
  rounds.forEach(({ from, ticks }, k) => {
    if (from + ticks > time.ticks)
      report(
        ['classroom', 'rounds', k, 'ticks'],
        `the round ends after tick ${from + ticks}, and the scenario has ${time.ticks} ticks`,
      );
  });
  const last = rounds.at(-1)!;
  const end = dateAfter(time.start, (last.from + last.ticks) / time.ticksPerYear);
  predictions.forEach(({ fact }, k) => {
    const to = history.facts.find(({ id }) => id === fact)?.to ?? end;
    if (to > end)
      report(['classroom', 'predictions', k, 'fact'], `the last round ends in ${end}, before the fact does in ${to}`);
  });
  return faults;
}

function checkSecrets(classroom: Classroom, axes: ReadonlyMap<string, number>, at: Path, report: ReportFault): void {
  for (const [actor, alternatives] of Object.entries(classroom.secrets)) {
    const path = [...at, actor];
    referToSeat(classroom, actor, path, report);
    checkOnce(
      alternatives.map(({ id }) => id),
      path,
      report,
    );
    alternatives.forEach(({ positions }, k) => {
      for (const axis of Object.keys(positions))
        refer(report, [...path, k, 'positions', axis], axis, axes, 'interest axis');
      if (Object.keys(positions).length === 0)
        report([...path, k, 'positions'], 'expected a number for at least one interest axis');
    });
  }
}

/** Ids of shocks differ from those of the scenario's own: a shock is cancelled by its id. */
function checkCards(classroom: Classroom, scenario: Scenario, at: Path, report: ReportFault): void {
  const { cards } = classroom;
  const idsOf = (list: readonly Card[]): string[] => list.map(({ id }) => id);
  checkOnce(idsOf(cards), at, report);
  const context: ShockContext = {
    names: idIndexOf(scenario),
    parameterNames: numbersOf(scenario.parameters).map(([name]) => name),
    treaties: undefined,
  };
  const taken = new Map(scenario.shocks.map(({ id }, k) => [id, `shocks[${k}]`]));
  if (
    !checkShockSize(
      cards.map(({ shock }) => shock),
      context.names,
      at,
      report,
    )
  )
    return;
  cards.forEach(({ shock, to = [] }, k) => {
    const path = [...at, k];
    const before = taken.get(shock.id);
    if (before !== undefined) report([...path, 'shock', 'id'], `"${shock.id}" already names ${before}`);
    taken.set(shock.id, `classroom.cards[${k}].shock`);
    checkChanges(shock.changes, context, [...path, 'shock'], report);
    checkOnce(to, [...path, 'to'], report);
    to.forEach((id, s) => {
      referToSeat(classroom, id, [...path, 'to', s], report);
    });
  });
}

function checkPredictions({ predictions }: Classroom, { history }: Scenario, at: Path, report: ReportFault): void {
  checkOnce(
    predictions.map(({ id }) => id),
    at,
    report,
  );
  const facts = new Map(history.facts.map(({ id }) => [id, true]));
  predictions.forEach((prediction, k) => {
    const path = [...at, k];
    const { fact, formula } = prediction;
    if (!hasOneAnswer(prediction, path, report)) return;
    if (formula !== undefined) checkFormula(formula, METRIC_NAMES, [], [...path, 'formula'], report);
    if (fact !== undefined) refer(report, [...path, 'fact'], fact, facts, 'fact of the history');
  });
}

function hasOneAnswer({ fact, formula }: ClassPrediction, path: Path, report: ReportFault): boolean {
  const has = fact !== undefined || formula !== undefined;
  const both = fact !== undefined && formula !== undefined;
  if (!has || both)
    report(path, `expected either "fact" or "formula", which answers the question, got ${both ? 'both' : 'neither'}`);
  return has && !both;
}
