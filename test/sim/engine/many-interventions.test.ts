import { describe, expect, it } from 'vitest';
import { play } from '../../../sim/history/record.ts';
import type { Choice, Intervention } from '../../../sim/schema/intervention.ts';
import { actor, model, treaty } from '../builders.ts';

// A person may place twenty thousand interventions in one tick. What they cost grows as their number does.

const of = model({
  actors: ['a', 'b', 'c', 'd'].map((id) => actor(id)),
  treaties: [treaty('pact', ['a', 'b', 'c'], { governance: 'majority' })],
});
const WHO = ['a', 'b', 'c', 'd'];
const decide = (who: string, choice: Choice): Intervention => ({ kind: 'decide', tick: 1, actor: who, choice });

/** How often the interventions of a run are read, so many of one kind in one tick. */
function reads(count: number, one: (k: number) => Intervention): number {
  let read = 0;
  const placed = Array.from(
    { length: count },
    (_, k) =>
      new Proxy(one(k), {
        get(target, key) {
          read++;
          return Reflect.get(target, key);
        },
      }),
  );
  play(of, '1', placed, { ticks: 4 });
  return read;
}

const decisions =
  (choice: Choice) =>
  (k: number): Intervention =>
    decide(WHO[k % WHO.length]!, choice);

describe('interventions in one tick', () => {
  it.each<[string, (k: number) => Intervention]>([
    ['settings', (k) => ({ kind: 'set', tick: 1, path: 'actors.a.autonomy', value: (k % 10) / 10 })],
    ['cancellations', (k) => ({ kind: 'cancel', tick: 1, what: 'shock', id: `s${k}` })],
    ['exits', decisions({ act: 'leave', alliance: 'pact' })],
    ['applications', decisions({ act: 'join', alliance: 'pact' })],
    ['decisions to stay', decisions({ act: 'stay', alliance: 'pact' })],
    ['decisions to bear', decisions({ act: 'bear', alliance: 'pact' })],
    ['votes', decisions({ act: 'vote', alliance: 'pact', support: true })],
    ['promises kept', decisions({ act: 'honour' })],
    ['proposals', (k) => decide(WHO[k % 4]!, { act: 'propose', to: WHO[(k + 1) % 4]! })],
    ['efforts', decisions({ act: 'contribute', rate: 0.1 })],
  ])('are read so many times each, however many there are: %s', (_, one) => {
    const [few, many] = [reads(200, one) / 200, reads(800, one) / 800];
    expect(many).toBeLessThan(few * 1.1);
  });
});
