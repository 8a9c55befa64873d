import { entryOf, type ScenarioEntry } from './scenario-entry.ts';

const history = entryOf('histories');

/** Histories that the page has where it is served. The page of one file has none of them, since it is sent by mail: vite.offline.config.ts. */
export const servedHistories: readonly ScenarioEntry[] = [
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
];
