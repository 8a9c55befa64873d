import { conform } from '../schema/conform.ts';
import { type Path, type ReportFault, shown } from '../schema/fault.ts';
import type { IdIndex } from '../schema/id-index.ts';
import { idIndexOf } from '../schema/id-index.ts';
import { type Intervention, Interventions } from '../schema/intervention.ts';
import { numbersOf, type Parameter } from '../schema/parameter.ts';
import type { Scenario } from '../schema/scenario.ts';
import { settingOf } from '../world/state-path.ts';
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
      checkOther(intervention, names, [...path, 'choice'], report);
  }
}

/** Checks the other actor that a decision names, if any. */
function checkOther(
  { actor, choice }: Extract<Intervention, { kind: 'decide' }>,
  names: IdIndex,
  at: Path,
  report: ReportFault,
): void {
  const [key, other] = choice.act === 'propose' ? ['to', choice.to] : ['victim', 'victim' in choice && choice.victim];
  if (choice.act === 'propose') checkClauses(choice.clauses ?? {}, names, [...at, 'clauses'], report);
  if (!other) return;
  refer(report, [...at, key], other, names.actors, 'actor');
  if (other === actor) report([...at, key], `"${other}" is the actor that decides: expected another actor`);
}
