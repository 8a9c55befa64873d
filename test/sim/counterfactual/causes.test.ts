import { describe, expect, it } from 'vitest';
import { CAUSES, type CauseContext, lookUps } from '../../../sim/counterfactual/causes.ts';
import type { Event } from '../../../sim/world/event.ts';

const scene: CauseContext = {
  alliance: 'league',
  from: 0,
  ended: 9,
  events: [],
  interventions: [],
  ...lookUps('league', [], []),
  members: new Set(['a', 'b', 'c']),
  threats: new Set(),
  membersAt: () => ['a', 'b', 'c'],
};
type Broken = Pick<Extract<Event, { kind: 'reneged' }>, 'alliance' | 'attacker' | 'victim' | 'caller'>;
const reneged = (about: Broken): Event => ({
  kind: 'reneged',
  tick: 4,
  by: 'attacks',
  who: ['b'],
  clause: about.caller === about.victim ? 'defence' : 'offence',
  because: [],
  ...about,
});

describe('a promise broken under another treaty', () => {
  it.each<[string, boolean, Broken]>([
    ['to a partner that attacked', true, { alliance: 'pact', attacker: 'a', victim: 'x', caller: 'a' }],
    ['to a partner that was attacked', true, { alliance: 'pact', attacker: 'x', victim: 'a', caller: 'a' }],
    ['to a stranger that attacked a partner', false, { alliance: 'pact', attacker: 'x', victim: 'a', caller: 'x' }],
    ['to a stranger that a partner attacked', false, { alliance: 'pact', attacker: 'a', victim: 'x', caller: 'x' }],
    ['to a stranger, under the alliance itself', true, { alliance: 'league', attacker: 'x', victim: 'y', caller: 'x' }],
  ])('%s: it may have ended the alliance that both are in: %s', (_, isCause, about) => {
    const found = CAUSES.get('reneged')!(reneged(about), scene);
    // Whoever called, it is asked to keep its word in the war against that victim.
    const remedy = { kind: 'decide', tick: 4, actor: 'b', choice: { act: 'honour', victim: about.victim } };
    expect(found.map((cause) => [cause.at, cause.who, cause.remedy])).toEqual(isCause ? [[4, ['b'], [remedy]]] : []);
  });
});
