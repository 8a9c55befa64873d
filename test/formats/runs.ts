import { histories } from '../../scenarios/index.ts';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import type { History } from '../../sim/history/history.ts';
import { play } from '../../sim/history/record.ts';
import type { Case } from '../sim/arbitrary.ts';
import { powers } from '../sim/powers.ts';

/** Plays a scenario as somebody wrote it. */
export function played(draft: unknown, seed = '1', ticks?: number): History {
  const checked = check(draft);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return play(load(checked.value), seed, [], ticks === undefined ? {} : { ticks });
}

export const europe = (seed = '7'): History => played(histories['europe-1879-1914'], seed);

export const playedCase = ({ scenario, seed, interventions }: Case): History =>
  play(load(scenario), seed, interventions);

/** Names that have undone other programs. */
export const HOSTILE = [
  '<script>alert("x")</script>',
  ']]>&amp;<!-- "quoted" \'and\' not',
  '=HYPERLINK("http://example.com")',
  '🤝 Ἀθῆναι ﷽ \u202eover\u202c',
  'tab\there, new\nline\r\n, nul\u0000 bell\u0007 esc\u001b no character \uffff half \ud83d pair',
];

/** Powers with those names, in a scenario with such a title, some of them allied. */
export function hostile(): History {
  const draft = powers(HOSTILE.length, 30);
  return played({
    ...draft,
    title: HOSTILE.join(' '),
    actors: draft.actors.map((actor, k) => ({ ...actor, name: HOSTILE[k]! })),
    treaties: [{ id: 'pact', name: HOSTILE.join('; '), members: ['P0', 'P1', 'P2'] }],
  });
}
