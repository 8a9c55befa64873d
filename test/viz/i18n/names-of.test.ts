import { expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { Scenario } from '../../../sim/schema/scenario.ts';
import { namesOf } from '../../../viz/i18n/names-of.ts';

const ids = Object.keys(histories) as (keyof typeof histories)[];
const TONGUES = ['en', 'es'] as const;

it.each(ids.flatMap((id) => TONGUES.map((tongue) => [id, tongue] as const)))(
  'every shock and every fact of %s has a name in %s, and no other',
  async (id, tongue) => {
    const { shocks, history } = Scenario.parse(histories[id]);
    for (const [parts, all] of [
      ['shocks', shocks],
      ['facts', history.facts],
    ] as const) {
      const names = await namesOf(parts, id, tongue);
      expect(Object.keys(names).sort()).toEqual(all.map((one) => one.id).sort());
      for (const [key, name] of Object.entries(names)) {
        expect(name.trim()).not.toBe('');
        // A name, not an id.
        if (key.includes('-')) expect(name).not.toBe(key);
      }
    }
  },
);

it('a scenario that is not bundled has none', async () => {
  expect(await namesOf('facts', 'somebody’s', 'en')).toEqual({});
  expect(await namesOf('shocks', 'toString', 'es')).toEqual({});
});

it('facts are called as people call them', async () => {
  expect((await namesOf('facts', 'europe-1879-1914', 'en'))['triple-alliance']).toBe('Triple Alliance signed');
  expect((await namesOf('shocks', 'europe-1879-1914', 'en'))['bismarck-falls']).toBe('the dismissal of Bismarck');
});
