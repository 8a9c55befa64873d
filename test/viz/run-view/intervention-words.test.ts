import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import { planWords } from '../../../viz/run-view/intervention-words.ts';
import { type RunView, toRunView } from '../../../viz/run-view/run-view.ts';
import { replay, setting } from './replay-builder.ts';

const told = toRunView({ ...setting, resources: [{ id: 'power', name: 'Power' }] }, replay());

/** The first that the run tells of. */
const shockIn = ({ events }: RunView): string =>
  events.flatMap((event) => (event.kind === 'shock' ? [event.shock] : []))[0]!;

describe('what is told of a branch', () => {
  const decide = (actor: string, choice: object): Intervention =>
    ({ kind: 'decide', tick: 60, actor, choice }) as Intervention;
  const vote = { act: 'vote', alliance: 'dual', support: false };

  it.each<[string, Intervention[], string]>([
    [
      'an order to stay',
      [decide('AUH', { act: 'stay', alliance: 'dual' })],
      'Austria-Hungary stays in the Dual Alliance',
    ],
    [
      'an order to bear',
      [decide('AUH', { act: 'bear', alliance: 'dual' })],
      'Austria-Hungary accepts the inequity in the Dual Alliance',
    ],
    [
      'many who vote alike',
      ['AUH', 'GER'].map((actor) => decide(actor, vote)),
      'Austria-Hungary and German Empire vote against it in the Dual Alliance',
    ],
    [
      'a shock called off, by its name',
      [{ kind: 'cancel', tick: 60, what: 'shock', id: shockIn(told) }],
      '“France takes Tunis” does not happen',
    ],
    ['a parameter', [{ kind: 'set', tick: 60, path: 'parameters.p', value: 2 }], 'p is set to 2'],
  ] as [string, Intervention[], string][])('names %s', (_, interventions, says) => {
    expect(planWords(told, { tick: 60, interventions })).toBe(says);
  });
});
