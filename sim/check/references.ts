import type { Scenario } from '../schema/scenario.ts';
import type { Treaty } from '../schema/treaty.ts';
import type { Names } from '../world/state-path.ts';
import { hint, type Path, type Tell } from './fault.ts';

type Known = Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'>;

export function refer(tell: Tell, path: Path, id: string, known: Known, what: string): boolean {
  if (known.has(id)) return true;
  tell(path, () => `unknown ${what} "${id}"${hint(id, known.keys())}`);
  return false;
}

/** Every id that is used is one that is declared, once. */
export function checkReferences(scenario: Scenario, names: Names, at: Path, tell: Tell): void {
  checkUnique(scenario, at, tell);
  checkActors(scenario, names, at, tell);
  checkDyads(scenario, names, at, tell);
  for (const [k, treaty] of scenario.treaties.entries()) checkTreaty(treaty, names, [...at, 'treaties', k], tell);
  checkExclusive(scenario.treaties, [...at, 'treaties'], tell);
  checkThreats(scenario, names, at, tell);
  checkCapabilities(scenario, names, at, tell);
  checkFacts(scenario, names, at, tell);
}

function checkUnique(scenario: Scenario, at: Path, tell: Tell): void {
  const { resources, interests, actors, treaties, threats, shocks, history } = scenario;
  for (const [key, list] of Object.entries({ resources, interests, actors, treaties, threats, shocks, history })) {
    const first = new Map<string, number>();
    list.forEach(({ id }, k) => {
      const before = first.get(id);
      if (before === undefined) first.set(id, k);
      else tell([...at, key, k, 'id'], `"${id}" already names ${key}[${before}]`);
    });
  }
  // Events name actors and threats alike.
  const own = new Set(actors.map(({ id }) => id));
  threats.forEach(({ id }, k) => {
    if (own.has(id)) tell([...at, 'threats', k, 'id'], `"${id}" already names an actor`);
  });
}

function checkActors({ actors }: Scenario, names: Names, at: Path, tell: Tell): void {
  actors.forEach((actor, k) => {
    const path = [...at, 'actors', k];
    for (const id of Object.keys(actor.resources))
      refer(tell, [...path, 'resources', id], id, names.resources, 'resource');
    for (const key of ['position', 'salience'] as const) {
      for (const id of Object.keys(actor[key])) refer(tell, [...path, key, id], id, names.axes, 'interest axis');
    }
    if (actor.strategy === 'expression' && actor.contribution === undefined)
      tell([...path, 'contribution'], 'missing, expected a formula, since the strategy is "expression"');
  });
}

function checkDyads({ dyads }: Scenario, names: Names, at: Path, tell: Tell): void {
  dyads.forEach(({ from, to }, k) => {
    const path = [...at, 'dyads', k];
    refer(tell, [...path, 'from'], from, names.actors, 'actor');
    if (refer(tell, [...path, 'to'], to, names.actors, 'actor') && from === to)
      tell(path, `"${from}" stands on both sides of a dyad`);
  });
}

function checkTreaty({ members, leader, structure, against }: Treaty, names: Names, path: Path, tell: Tell): void {
  const before = new Set<string>();
  members.forEach((id, k) => {
    refer(tell, [...path, 'members', k], id, names.actors, 'actor');
    if (before.has(id)) tell([...path, 'members', k], `"${id}" is named twice`);
    before.add(id);
  });
  if (leader !== undefined && !before.has(leader))
    tell([...path, 'leader'], `"${leader}" is not a member${hint(leader, members)}`);
  if (structure === 'hub' && leader === undefined)
    tell([...path, 'leader'], 'missing, expected the id of the hub, since the structure is "hub"');
  checkAgainst(against, names, [...path, 'against'], tell);
}

/** Those a treaty is aimed at are actors or outside threats. */
export function checkAgainst(against: readonly string[], names: Names, path: Path, tell: Tell): void {
  against.forEach((id, k) => {
    if (!names.threats.has(id)) refer(tell, [...path, k], id, names.actors, 'actor');
  });
}

/** An exclusive treaty is faulted for a member's other treaty of its purpose; of two exclusive ones, the later. */
function checkExclusive(treaties: readonly Treaty[], at: Path, tell: Tell): void {
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
      tell([...at, k, 'exclusive'], `"${id}" also stands in the ${treaty.purpose} treaty "${treaties[other]!.id}"`);
      break;
    }
  }
}

function checkThreats({ threats }: Scenario, names: Names, at: Path, tell: Tell): void {
  threats.forEach((threat, k) => {
    for (const key of ['hostility', 'proximity'] as const) {
      for (const id of Object.keys(threat[key])) refer(tell, [...at, 'threats', k, key, id], id, names.actors, 'actor');
    }
  });
}

function checkCapabilities({ capabilities }: Scenario, names: Names, at: Path, tell: Tell): void {
  capabilities.forEach(({ resource, years, values }, k) => {
    const path = [...at, 'capabilities', k];
    refer(tell, [...path, 'resource'], resource, names.resources, 'resource');
    years.forEach((year, y) => {
      if (y > 0 && year <= years[y - 1]!)
        tell([...path, 'years', y], `expected a year after ${years[y - 1]}, got ${year}`);
    });
    for (const [id, series] of Object.entries(values)) {
      refer(tell, [...path, 'values', id], id, names.actors, 'actor');
      if (series.length !== years.length)
        tell([...path, 'values', id], `expected ${years.length} values, one a year, got ${series.length}`);
    }
  });
}

function checkFacts({ history, treaties }: Scenario, names: Names, at: Path, tell: Tell): void {
  const atStart = new Map(treaties.map(({ id }) => [id, true]));
  history.forEach(({ who, from, to, alliance }, k) => {
    const path = [...at, 'history', k];
    who.forEach((id, w) => {
      if (!names.threats.has(id)) refer(tell, [...path, 'who', w], id, names.actors, 'actor');
    });
    if (alliance !== undefined) refer(tell, [...path, 'alliance'], alliance, atStart, 'treaty');
    if (to < from) tell([...path, 'to'], `expected a year from ${from} on, got ${to}`);
  });
}
