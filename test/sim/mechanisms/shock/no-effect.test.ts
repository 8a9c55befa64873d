import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import type { Event } from '../../../../sim/world/event.ts';
import { eventsOf } from '../../builders.ts';
import { at, type Change, world } from './storm.ts';

const noEffectOf = (events: readonly Event[]): unknown[] =>
  events.map((event) => ('noEffect' in event ? event.noEffect : undefined));
const of = (...changes: Change[]) => noEffectOf(eventsOf(play(world(changes), '1'), 'shock'));

describe('a shock that changes nothing says why', () => {
  const arms: Pick<Change, 'target' | 'field'> = { ...at, field: 'resources.arms' };
  const gone: Change = { target: { alliances: ['ab'] }, field: 'formality', operation: 'set', amount: 0 };

  it.each<[string, Change, string | undefined]>([
    ['its formula divides by zero', { ...arms, operation: 'set', amount: '1/0' }, 'no-number'],
    ['its formula is 0/0', { ...arms, operation: 'scale', amount: '0/0', duration: 3 }, 'no-number'],
    ['its formula overflows', { ...arms, operation: 'add', amount: 'value * 1e308 * 1e308' }, 'no-number'],
    ['it adds nothing', { ...arms, operation: 'add', amount: 0 }, 'same'],
    ['it scales by one', { ...arms, operation: 'scale', amount: 1, duration: 3 }, 'same'],
    ['it sets what is', { ...arms, operation: 'set', amount: 80 }, 'same'],
    ['it is at its limit', { ...at, field: 'disinformation', operation: 'add', amount: -1 }, 'limit'],
    ['it has an effect', { ...arms, operation: 'scale', amount: 1e-300 }, undefined],
    ['it goes as far as its limit', { ...arms, operation: 'scale', amount: 1e300, duration: 2 }, undefined],
  ])('%s', (_, change, reason) => {
    expect(of(change)).toEqual([reason]);
  });

  it('of several changes one is enough for an effect', () => {
    const idle: Change = { ...arms, operation: 'add', amount: 0 };
    expect(of(idle, { ...arms, operation: 'add', amount: 1 })).toEqual([undefined]);
    expect(of(idle, { ...arms, operation: 'set', amount: '1/0' })).toEqual(['same']);
  });

  it('as a change of leader it has one, though nothing else changes', () => {
    const events = play(world([{ ...arms, operation: 'add', amount: 0 }], { family: 'leadership' }), '1').events;
    expect(noEffectOf(events.filter(({ kind }) => kind === 'shock'))).toEqual([undefined]);
  });

  it('where the treaty that it names has ended', () => {
    const cancel: Intervention[] = [{ kind: 'cancel', tick: 2, what: 'treaty', id: 'ab' }];
    expect(noEffectOf(eventsOf(play(world([gone]), '1', cancel), 'shock'))).toEqual(['no-target']);
  });

  it('likewise one that a person places, and a setting', () => {
    const change = { ...arms, operation: 'set' as const, amount: '1/0', duration: null, halfLife: 0 };
    const placed: Intervention[] = [
      { kind: 'shock', tick: 1, shock: { id: 'x', name: 'X', family: 'power', expost: false, changes: [change] } },
      { kind: 'set', tick: 1, path: 'actors.a.resources.arms', value: 80 },
      { kind: 'set', tick: 1, path: 'actors.a.disinformation', value: -3 },
      { kind: 'set', tick: 1, path: 'alliances.ab.formality', value: 0.7 },
      { kind: 'set', tick: 1, path: 'actors.a.autonomy', value: 0.9 },
    ];
    const idle = world([{ ...arms, operation: 'add', amount: 1 }]);
    expect(noEffectOf(eventsOf(play(idle, '1', placed), 'intervention'))).toEqual([
      'no-number',
      'same',
      'limit',
      'same',
      undefined,
    ]);
  });
});
