import { hint, type Path, type ReportFault, shown } from '../schema/fault.ts';
import type { IdIndex } from '../schema/id-index.ts';
import type { Scenario } from '../schema/scenario.ts';
import type { Clauses, Treaty } from '../schema/treaty.ts';
import { checkDyads } from './dyads.ts';
import { checkOnce, refer } from './refer.ts';
import { checkSpells } from './spells.ts';

/** Every id that is used is declared, and every id is declared once. */
export function checkReferences(scenario: Scenario, names: IdIndex, at: Path, report: ReportFault): void {
  checkUnique(scenario, at, report);
  checkActors(scenario, names, at, report);
  checkDyads(scenario, names, at, report);
  for (const [k, treaty] of scenario.treaties.entries()) checkTreaty(treaty, names, [...at, 'treaties', k], report);
  checkExclusive(scenario.treaties, [...at, 'treaties'], report);
  checkThreats(scenario, names, at, report);
  checkCapabilities(scenario, names, at, report);
  checkFacts(scenario, names, at, report);
  checkSpells(scenario, names, at, report);
  checkSources(scenario, at, report);
  checkOnce(scenario.view?.of ?? [], [...at, 'view', 'of'], report);
}

function checkUnique(scenario: Scenario, at: Path, report: ReportFault): void {
  const { resources, interests, actors, treaties, threats, shocks, history } = scenario;
  const lists = { resources, interests, actors, treaties, threats, shocks, facts: history.facts };
  for (const [key, list] of Object.entries(lists)) {
    const path = key === 'facts' ? [...at, 'history', key] : [...at, key];
    const first = new Map<string, number>();
    list.forEach(({ id }, k) => {
      const before = first.get(id);
      if (before === undefined) first.set(id, k);
      else report([...path, k, 'id'], `"${id}" already names ${key}[${before}]`);
    });
  }
  // Events name both actors and threats, so their ids must not overlap.
  const own = new Set(actors.map(({ id }) => id));
  threats.forEach(({ id }, k) => {
    if (own.has(id)) report([...at, 'threats', k, 'id'], `"${id}" already names an actor`);
  });
}

function checkActors({ actors }: Scenario, names: IdIndex, at: Path, report: ReportFault): void {
  actors.forEach((actor, k) => {
    const path = [...at, 'actors', k];
    for (const id of Object.keys(actor.resources))
      refer(report, [...path, 'resources', id], id, names.resources, 'resource');
    for (const key of ['position', 'salience'] as const) {
      for (const id of Object.keys(actor[key])) refer(report, [...path, key, id], id, names.axes, 'interest axis');
    }
    if (actor.strategy === 'expression' && actor.contribution === undefined)
      report([...path, 'contribution'], 'missing, expected a formula, since the strategy is "expression"');
  });
}

function checkTreaty(treaty: Treaty, names: IdIndex, path: Path, report: ReportFault): void {
  const { members, leader, structure } = treaty;
  members.forEach((id, k) => {
    if (!names.actors.has(id)) refer(report, [...path, 'members', k], id, names.actors, 'actor');
  });
  checkOnce(members, [...path, 'members'], report);
  if (leader !== undefined && !members.includes(leader))
    report([...path, 'leader'], `"${leader}" is not a member${hint(leader, members)}`);
  if (structure === 'hub' && leader === undefined)
    report([...path, 'leader'], 'missing, expected the id of the hub, since the structure is "hub"');
  checkClauses(treaty, names, path, report);
}

/** The targets of a treaty are actors or outside threats. What its clauses list, they list once. */
export function checkClauses(
  { against = [], obligations = [], disputes = [] }: Partial<Clauses>,
  names: IdIndex,
  path: Path,
  report: ReportFault,
): void {
  against.forEach((id, k) => {
    if (!names.threats.has(id)) refer(report, [...path, 'against', k], id, names.actors, 'actor');
  });
  for (const [key, list] of Object.entries({ against, obligations, disputes })) checkOnce(list, [...path, key], report);
}

/**
 * An exclusive treaty is a fault where a member has another treaty of the same purpose. Of two exclusive ones, the later is
 * reported.
 */
function checkExclusive(treaties: readonly Treaty[], at: Path, report: ReportFault): void {
  const held = new Map<string, number[]>();
  for (const [k, { purpose, members }] of treaties.entries()) {
    for (const id of members) {
      const others = held.get(`${purpose}/${id}`);
      if (others) others.push(k);
      else held.set(`${purpose}/${id}`, [k]);
    }
  }
  for (const [k, treaty] of treaties.entries()) {
    if (!treaty.exclusive) continue;
    for (const id of treaty.members) {
      const other = held.get(`${treaty.purpose}/${id}`)?.find((o) => o !== k && !(treaties[o]!.exclusive && o > k));
      if (other === undefined) continue;
      report(
        [...at, k, 'exclusive'],
        `"${id}" is also a member of the ${treaty.purpose} treaty "${treaties[other]!.id}"`,
      );
      break;
    }
  }
}

function checkThreats({ threats }: Scenario, names: IdIndex, at: Path, report: ReportFault): void {
  threats.forEach((threat, k) => {
    for (const key of ['hostility', 'proximity'] as const) {
      for (const id of Object.keys(threat[key]))
        refer(report, [...at, 'threats', k, key, id], id, names.actors, 'actor');
    }
  });
}

function checkCapabilities({ capabilities }: Scenario, names: IdIndex, at: Path, report: ReportFault): void {
  const first = new Map<string, number>();
  capabilities.forEach(({ resource, years, values }, k) => {
    const path = [...at, 'capabilities', k];
    refer(report, [...path, 'resource'], resource, names.resources, 'resource');
    years.forEach((year, y) => {
      if (y > 0 && year <= years[y - 1]!)
        report([...path, 'years', y], `expected a year after ${years[y - 1]}, got ${year}`);
    });
    for (const [id, series] of Object.entries(values)) {
      refer(report, [...path, 'values', id], id, names.actors, 'actor');
      const before = first.get(`${resource}/${id}`);
      if (before === undefined) first.set(`${resource}/${id}`, k);
      else report([...path, 'values', id], `"${resource}" of "${id}" already has a series in capabilities[${before}]`);
      if (series.length !== years.length)
        report([...path, 'values', id], `expected ${years.length} values, one a year, got ${series.length}`);
    }
  });
}

function checkFacts({ history, treaties }: Scenario, names: IdIndex, at: Path, report: ReportFault): void {
  const atStart = new Map(treaties.map(({ id }) => [id, true]));
  history.facts.forEach(({ who, from, to, alliance }, k) => {
    const path = [...at, 'history', 'facts', k];
    who.forEach((id, w) => {
      if (!names.threats.has(id)) refer(report, [...path, 'who', w], id, names.actors, 'actor');
    });
    checkOnce(who, [...path, 'who'], report);
    if (alliance !== undefined) refer(report, [...path, 'alliance'], alliance, atStart, 'treaty');
    if (to < from) report([...path, 'to'], `expected a year from ${from} on, got ${to}`);
  });
}

/** The longest matching path says where a number comes from: of two alike, neither would. */
function checkSources({ provenance }: Scenario, at: Path, report: ReportFault): void {
  const first = new Map<string, number>();
  provenance.forEach(({ path }, k) => {
    const before = first.get(path);
    if (before === undefined) first.set(path, k);
    else report([...at, 'provenance', k, 'path'], `${shown(path)} is already the path of provenance[${before}]`);
  });
}
