import { conform } from '../schema/conform.ts';
import { slotOf } from '../schema/decision-slot.ts';
import { type Path, type ReportFault, shown } from '../schema/fault.ts';
import type { IdIndex } from '../schema/id-index.ts';
import { idIndexOf } from '../schema/id-index.ts';
import { type Intervention, Interventions } from '../schema/intervention.ts';
import { numbersOf, type Parameter } from '../schema/parameter.ts';
import type { Scenario } from '../schema/scenario.ts';
import { settingOf } from '../world/state-path.ts';
import { calendarOfActors, checkExisting } from './existence.ts';
import { refer } from './refer.ts';
import { checkClauses } from './references.ts';
import { attempt, checkChanges, checkShockSize, type ShockContext } from './shocks.ts';
import { checkTemporary } from './temporary.ts';

/**
 * Checks interventions placed in a run of so many ticks. A run may found alliances, so any alliance id is accepted; an intervention
 * on an alliance that does not exist at its tick is logged as without occasion.
 */
export function conformInterventions(
  input: unknown,
  scenario: Scenario,
  ticks: number,
  at: Path,
  report: ReportFault,
): Intervention[] {
  const list = conform(Interventions, input, report, at) ?? [];
  checkInterventions(list, scenario, ticks, at, report);
  return list;
}

export function checkInterventions(
  list: readonly Intervention[],
  scenario: Scenario,
  ticks: number,
  at: Path,
  report: ReportFault,
): void {
  const context: ShockContext = {
    names: idIndexOf(scenario),
    parameterNames: numbersOf(scenario.parameters).map(([name]) => name),
    treaties: undefined,
  };
  const placed = list.flatMap((intervention) => (intervention.kind === 'shock' ? [intervention.shock] : []));
  if (!checkShockSize(placed, context.names, at, report)) return;
  checkTemporary(scenario, list, context.names, at, report);
  const readAtStart = new Set(
    Object.keys(scenario.parameters).filter((name) => isReadAtStart(name, scenario.parameters[name]!)),
  );
  const shocks = new Map(scenario.shocks.map(({ id }) => [id, true]));
  for (const { id } of placed) shocks.set(id, true);
  checkOneEach(list, at, report);
  const presence = calendarOfActors(scenario, context.names);
  list.forEach((intervention, k) => {
    const path = [...at, k];
    if (intervention.tick >= ticks)
      report([...path, 'tick'], `expected a tick of the run, before ${ticks}, got ${intervention.tick}`);
    if (intervention.kind === 'set' && readAtStart.has(intervention.path.replace(/^parameters\./, '')))
      report(
        [...path, 'path'],
        `${shown(intervention.path)} is read once, when the run begins: change it in the scenario`,
      );
    else checkOne(intervention, context, shocks, path, report);
    if (presence) checkExisting(scenario, presence, intervention, path, report);
  });
}

/**
 * Described parameters, and the parameter that selects which shocks exist, are read at load only: a change during the run has no
 * effect.
 */
export const isReadAtStart = (name: string, parameter: Parameter): boolean =>
  typeof parameter !== 'number' || name === 'expost';

function checkOne(
  intervention: Intervention,
  context: ShockContext,
  shocks: ReadonlyMap<string, unknown>,
  path: Path,
  report: ReportFault,
): void {
  const { names, parameterNames } = context;
  switch (intervention.kind) {
    case 'shock':
      checkChanges(intervention.shock.changes, context, [...path, 'shock'], report);
      break;
    case 'set':
      attempt(() => settingOf(names, parameterNames, intervention.path), [...path, 'path'], report);
      break;
    case 'cancel':
      if (intervention.what === 'shock') refer(report, [...path, 'id'], intervention.id, shocks, 'shock');
      break;
    case 'decide':
      refer(report, [...path, 'actor'], intervention.actor, names.actors, 'actor');
      checkOthers(intervention, names, [...path, 'choice'], report);
  }
}

type Placed = Extract<Intervention, { kind: 'decide' }>;

/** Checks what else a decision names. */
function checkOthers({ actor, choice }: Placed, names: IdIndex, at: Path, report: ReportFault): void {
  const other = (key: string, id: string | undefined): void => {
    if (id === undefined) return;
    refer(report, [...at, key], id, names.actors, 'actor');
    if (id === actor) report([...at, key], `"${id}" is the actor that decides: expected another actor`);
  };
  switch (choice.act) {
    case 'propose':
      checkClauses(choice.clauses ?? {}, names, [...at, 'clauses'], report);
      other('to', choice.to);
      break;
    case 'honour':
    case 'renege':
      other('victim', choice.victim);
      other('caller', choice.caller);
      break;
    case 'vote':
      other('subject', choice.subject);
      break;
    case 'sign':
      checkClauses(choice.clauses ?? {}, names, [...at, 'clauses'], report);
      checkParties(actor, choice, names, at, report);
  }
}

function checkParties(
  actor: string,
  { parties, quotas = {} }: Extract<Placed['choice'], { act: 'sign' }>,
  names: IdIndex,
  at: Path,
  report: ReportFault,
): void {
  const seen = new Set<string>();
  const known = new Map(parties.map((id) => [id, true]));
  parties.forEach((id, k) => {
    refer(report, [...at, 'parties', k], id, names.actors, 'actor');
    if (seen.has(id)) report([...at, 'parties', k], `"${id}" is named twice`);
    seen.add(id);
  });
  if (!known.has(actor)) report([...at, 'parties'], `expected "${actor}", the actor that signs, among the parties`);
  for (const id of Object.keys(quotas)) refer(report, [...at, 'quotas', id], id, known, 'party');
}

/** Of one actor in one tick there is one final decision of each kind on each object. */
function checkOneEach(list: readonly Intervention[], at: Path, report: ReportFault): void {
  const places = new Map<string, number>();
  list.forEach((placed, k) => {
    if (placed.kind !== 'decide') return;
    const place = `${placed.tick} ${slotOf(placed.actor, placed.choice)}`;
    const first = places.get(place);
    if (first === undefined) places.set(place, k);
    else
      report(
        [...at, k],
        `"${placed.actor}" has decided this in tick ${placed.tick} already (entry ${first}): expected one final decision`,
      );
  });
}
