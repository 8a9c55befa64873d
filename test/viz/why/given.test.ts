import { expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { explainingEventOf } from '../../../viz/why/explaining-event.ts';
import { shockSources } from '../../../viz/why/given.tsx';

const ids = Object.keys(histories) as (keyof typeof histories)[];

it.each(ids)('every shock of %s says where its date and its size are from', (id) => {
  const { shocks } = histories[id] as unknown as { shocks: { id: string; note?: string }[] };
  for (const { id: shock, note } of shocks) {
    const found = shockSources(histories[id], shock);
    expect(found.note).toBe(note);
    expect(found.date?.source, shock).toBeTruthy();
    expect(found.size?.source, shock).toBeTruthy();
  }
});

it('the source of a date is the most particular one', () => {
  expect(shockSources(histories['europe-1879-1914'], 'bismarck-falls').date?.source).toMatch(/strategic rivalries/);
});

it('whatever a scenario looks like, a shock of it is asked after in vain rather than in error', () => {
  for (const scenario of [undefined, null, 3, { shocks: 'many' }, { shocks: [null, { id: 's', note: 5 }] }])
    expect(shockSources(scenario, 's')).toEqual({ note: undefined, date: undefined, size: undefined });
});

it('a shock and an intervention can be asked why', () => {
  for (const event of [
    { tick: 1, by: 'scheduled-shocks', kind: 'shock', shock: 's', name: 'S', who: [], because: [] },
    { tick: 1, by: 'interventions', kind: 'intervention', what: 'actors.a.loyalty = 1', who: [], because: [] },
  ] as const)
    expect(explainingEventOf({ events: [event as never], replay: { interventions: [] } }, event as never)).toBe(event);
});
