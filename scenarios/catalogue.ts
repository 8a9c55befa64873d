import { declaredSeeds } from './declared-seeds.ts';

/** A scenario by its id and title, loaded on demand. */
export interface ScenarioEntry {
  id: string;
  title: string;
  group: 'histories' | 'classics';
  /** The seed with which a page opens it; undefined where none is declared. */
  seed: string | undefined;
  load(): Promise<unknown>;
}

const group =
  (name: ScenarioEntry['group']) =>
  (id: string, title: string, load: () => Promise<{ default: unknown }>): ScenarioEntry => ({
    id,
    title,
    group: name,
    seed: declaredSeeds[id]?.seed,
    load: async () => (await load()).default,
  });

const history = group('histories');
const classic = group('classics');

/** All that index.ts bundles, in the same order, for a page that loads only the scenario it runs. */
export const catalogue: readonly ScenarioEntry[] = [
  history('europe-1879-1914', 'Europe 1879–1914: from Bismarck to Sarajevo', () => import('./europe-1879-1914.json')),
  history(
    'delian-league',
    'The Delian League: from free allies to subjects, 478–404 BCE',
    () => import('./delian-league.json'),
  ),
  history('nato', 'NATO 1949–2024: who pays for the common defence', () => import('./nato.json')),
  history(
    'europe-1936-1939',
    'Europe 1936–1939: seventeen nations choose sides',
    () => import('./europe-1936-1939.json'),
  ),
  history('warsaw-pact', 'The Warsaw Pact 1955–1991: members without a choice', () => import('./warsaw-pact.json')),
  history('sino-soviet', 'China and the Soviet Union 1949–1972: friends on paper', () => import('./sino-soviet.json')),
  history('asean', 'ASEAN 1967–2022: neighbours who do not interfere', () => import('./asean.json')),
  history(
    'italian-league',
    'The Italian League 1450–1499: five states and the outsiders',
    () => import('./italian-league.json'),
  ),
  classic(
    'classics/nato-1964',
    'NATO 1964: the exploitation of the great by the small',
    () => import('./classics/nato-1964.json'),
  ),
  classic(
    'classics/public-good',
    'The public good: who pays for what all enjoy',
    () => import('./classics/public-good.json'),
  ),
  classic('classics/landscape', 'Landscape theory: who sides with whom', () => import('./classics/landscape.json')),
  classic(
    'classics/europe-1936',
    'Landscape theory: seventeen nations choose sides, 1936',
    () => import('./classics/europe-1936.json'),
  ),
  classic(
    'classics/tribute',
    'The tribute model: how states of states might arise (Axelrod 1995)',
    () => import('./classics/tribute.json'),
  ),
  classic(
    'classics/agreement-linear',
    'Self-enforcing agreements with a steady benefit: three at most',
    () => import('./classics/agreement-linear.json'),
  ),
  classic(
    'classics/agreement-barrett',
    'Self-enforcing environmental agreements (Barrett 1994)',
    () => import('./classics/agreement-barrett.json'),
  ),
  classic(
    'classics/agreement-cartel',
    'The stability of a price-leading cartel (d’Aspremont et al. 1983)',
    () => import('./classics/agreement-cartel.json'),
  ),
  classic('classics/triads', 'Social balance by local repairs', () => import('./classics/triads.json')),
  classic(
    'classics/triads-constrained',
    'Social balance without steps back',
    () => import('./classics/triads-constrained.json'),
  ),
  classic('classics/balance-flow', 'Structural balance as a flow', () => import('./classics/balance-flow.json')),
  classic('classics/powers-1907', 'The six powers of 1907 in balance', () => import('./classics/powers-1907.json')),
  classic('classics/voting', 'Power in a weighted voting game', () => import('./classics/voting.json')),
  classic('classics/glove', 'The glove game', () => import('./classics/glove.json')),
  classic('classics/airport', 'Sharing the cost of a runway', () => import('./classics/airport.json')),
  classic('classics/bankruptcy', 'Dividing an estate that is too small', () => import('./classics/bankruptcy.json')),
  classic('classics/gamson', 'Gamson’s law: the cheapest winning coalition', () => import('./classics/gamson.json')),
  classic(
    'classics/coalition-structure',
    'The best coalition structure of a table',
    () => import('./classics/coalition-structure.json'),
  ),
  classic(
    'classics/coalition-structure-sizes',
    'The best sizes of coalitions',
    () => import('./classics/coalition-structure-sizes.json'),
  ),
  classic(
    'classics/laboratory',
    'The public-goods laboratory: strangers (Fehr & Gächter 2000)',
    () => import('./classics/laboratory.json'),
  ),
  classic(
    'classics/laboratory-punishment',
    'The public-goods laboratory: partners who can punish (Fehr & Gächter 2000)',
    () => import('./classics/laboratory-punishment.json'),
  ),
  classic(
    'classics/repeated',
    'Repeated co-operation: the grim trigger (Friedman 1971)',
    () => import('./classics/repeated.json'),
  ),
];
