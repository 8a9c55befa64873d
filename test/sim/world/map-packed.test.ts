import { expect, it } from 'vitest';
import { mapPacked } from '../../../sim/world/map-packed.ts';

it('a list made of another has its items in their order, and is a list of its own', () => {
  const items = [3, 1, 2];
  const made = mapPacked(items, (item) => ({ item }));
  expect(made).toEqual([{ item: 3 }, { item: 1 }, { item: 2 }]);
  made.push({ item: 4 });
  expect(items).toEqual([3, 1, 2]);
  expect(mapPacked([], String)).toEqual([]);
});
