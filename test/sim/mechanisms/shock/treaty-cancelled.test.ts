import { describe, expect, it } from 'vitest';
import { play } from '../../../../sim/history/record.ts';
import { actor, eventsOf, model, only, treaty } from '../../builders.ts';

describe('a treaty of a scenario', () => {
  it('may be cancelled by a person', () => {
    const of = model({
      ticks: 5,
      actors: [actor('a'), actor('b')],
      treaties: [treaty('pact', ['a', 'b'])],
      mechanisms: only({ shock: [{ name: 'interventions' }] }),
    });
    const history = play(of, '1', [{ kind: 'cancel', tick: 2, what: 'treaty', id: 'pact' }]);
    expect(eventsOf(history, 'dissolved')).toMatchObject([{ tick: 2, how: 'cancelled' }]);
  });
});
