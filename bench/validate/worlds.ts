import { scenarios } from '../../scenarios/index.ts';
import type { ScenarioDraft } from '../../sim/schema/scenario.ts';
import type { FAMILIES } from '../../sim/schema/shock.ts';
import { actorIds, actors, draws, laboratoryScenario, menace, type ShockDraft, treaty } from './laboratory.ts';

type Family = (typeof FAMILIES)[number];
type ChangeDraft = ShockDraft['changes'][number];

const CULTURE = ['powerDistance', 'individualism', 'uncertaintyAvoidance', 'context', 'timeOrientation'];

/** The effect of a shock of each family in the rich world. */
const EFFECTS: Record<Family, ChangeDraft> = {
  threat: { target: { threats: ['menace'] }, field: 'strength', operation: 'scale', amount: 1.8, duration: 8 },
  power: { target: { actors: ['A2', 'A9'] }, field: 'resources.power', operation: 'scale', amount: 1.6 },
  scarcity: { target: { actors: 'all' }, field: 'resources.power', operation: 'scale', amount: 0.4, duration: 8 },
  technology: { target: { actors: ['A3', 'A7'] }, field: 'resources.skill', operation: 'scale', amount: 3 },
  disaster: { target: { actors: ['A1', 'A5'] }, field: 'resources.power', operation: 'scale', amount: 0.4 },
  leadership: { target: { actors: ['A1', 'A5'] }, field: 'position.order', operation: 'set', amount: -0.9 },
  disinformation: { target: { actors: 'all' }, field: 'disinformation', operation: 'add', amount: 2, duration: 6 },
  nationalism: { target: { actors: 'all' }, field: 'autonomy', operation: 'set', amount: 0.95, duration: 8 },
};

/** One shock of every family, four years apart. */
const shocks: ShockDraft[] = Object.entries(EFFECTS).map(([family, change], k) => ({
  id: family,
  name: family,
  family: family as Family,
  at: 4 + 4 * k,
  changes: [change],
}));
shocks.push({
  id: 'storm',
  name: 'Storm',
  family: 'disaster',
  hazard: 0.2,
  changes: [{ target: { actors: ['A7', 'A9'] }, field: 'resources.power', operation: 'scale', amount: 0.8 }],
});

/**
 * Twelve unlike actors with one treaty of every kind, hostile neighbours, an outside threat, a shock of every family and one random
 * shock. Every default mechanism has an occasion: an empire of two camps, a second treaty beside its league, a coalition whose
 * purpose soon ends.
 */
function rich(): ScenarioDraft {
  const random = draws(12);
  const all = actors(12, () => ({
    resources: { power: 40 + 160 * random() * random(), skill: 10 + 40 * random() },
    position: { order: 1.6 * random() - 0.8 },
    valuation: 0.7 + 0.6 * random(),
    autonomy: 0.2 + 0.5 * random(),
    loyalty: 0.3 + 0.5 * random(),
    culture: Object.fromEntries(CULTURE.map((name) => [name, 0.2 + 0.6 * random()])),
    biases: { overconfidence: 0.3 * random(), confirmation: 0.3 * random(), sunkCost: 0.5 * random() },
  }));
  const who = actorIds(all);
  const at = (...numbers: number[]): string[] => numbers.map((k) => who[k]!);
  return laboratoryScenario('rich', {
    years: 40,
    resources: [
      { id: 'power', name: 'Power', unit: 'points' },
      { id: 'skill', name: 'Skill', unit: 'points', weight: 0.5, growth: 0.01 },
    ],
    actors: all,
    dyadDefaults: { hostility: 0.12 },
    dyads: [
      ...at(0, 1, 2, 3).flatMap((from) => at(7, 8, 9).map((to) => ({ from, to, hostility: 0.7, proximity: 0.8 }))),
      ...[at(7, 8), at(9, 10)].map(([from, to]) => ({ from: from!, to: to!, calculative: 0.8, relational: 0.8 })),
      ...at(7, 8).flatMap((from) => at(9, 10).map((to) => ({ from, to, calculative: 0.3, relational: 0.3 }))),
      ...at(0, 1, 2, 4, 5, 6).flatMap((from, k, all) =>
        all.slice(k + 1).map((to) => ({ from, to, calculative: 0.75, relational: 0.75 })),
      ),
    ],
    threats: [menace(who, 250, 0.4)],
    treaties: [
      treaty('league', at(0, 1, 2, 3, 4), {
        age: 5,
        obligations: ['defence', 'consultation'],
        monitoring: 0.6,
        sanction: 0.5,
      }),
      treaty('empire', at(7, 8, 9, 10), { age: 8, obligations: ['defence', 'offence'], governance: 'hegemonic' }),
      treaty('pact', at(3, 7), { obligations: ['nonaggression'], targetRate: 0 }),
      treaty('market', at(1, 2, 5, 6), { purpose: 'economic', obligations: ['consultation'], governance: 'majority' }),
      treaty('academy', at(4, 5, 6, 11), {
        purpose: 'knowledge',
        obligations: ['consultation'],
        governance: 'weighted',
      }),
      treaty('relief', at(0, 4, 6, 8, 11), { purpose: 'crisis-response', obligations: ['consultation'] }),
      treaty('concert', at(0, 6, 9), { purpose: 'political', obligations: ['consultation'], targetRate: 0.05 }),
      treaty('society', at(2, 8, 11), { purpose: 'social', obligations: ['consultation'], targetRate: 0.05 }),
      treaty('annex', at(0, 5), { obligations: ['defence', 'consultation'] }),
      treaty('coalition', at(6, 10), { adHoc: true, against: at(11) }),
    ],
    shocks,
  });
}

/** The reference worlds of the ablations. */
export const WORLDS: Readonly<Record<string, ScenarioDraft>> = {
  laboratory: rich(),
  'europe-1879-1914': scenarios['europe-1879-1914'] as ScenarioDraft,
  'delian-league': scenarios['delian-league'] as ScenarioDraft,
};
