import { describe, expect, it } from 'vitest';
import { play } from '../../../../../sim/history/record.ts';
import { actor, eventsOf, model, only } from '../../../builders.ts';

describe('those who may found treaties for other ends', () => {
  const traders = (purposes?: string[]) =>
    model({
      ticks: 20,
      resources: [
        { id: 'grain', name: 'Grain', unit: 't' },
        { id: 'iron', name: 'Iron', unit: 't' },
      ],
      actors: [actor('a', { resources: { grain: 100, iron: 5 } }), actor('b', { resources: { grain: 5, iron: 100 } })],
      dyadDefaults: { calculative: 0.8, relational: 0.8 },
      mechanisms: only({
        perceive: [{ name: 'observation' }],
        realign: [
          {
            name: 'moves',
            parameters: { deliberation: 1, calm: 1, noise: 0, initiative: 0.02, ...(purposes && { purposes }) },
          },
        ],
      }),
    });
  const purposesOf = (of: ReturnType<typeof model>) =>
    eventsOf(play(of, '1'), 'founded').map((event) => (event.kind === 'founded' ? event.purpose : ''));

  it('trade what the other lacks, once', () => {
    const purposes = purposesOf(traders(['defensive', 'political', 'economic']));
    expect(purposes.filter((purpose) => purpose === 'economic')).toEqual(['economic']);
  });

  it('do not where the scenario knows security alone', () => {
    expect(purposesOf(traders())).not.toContain('economic');
  });
});
