import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../scenarios/catalogue.ts';
import { declaredSeeds } from '../../../scenarios/declared-seeds.ts';
import { histories, scenarios } from '../../../scenarios/index.ts';
import { createLibrary } from '../../../viz/store/library.ts';
import { createRun } from '../../../viz/store/run.ts';
import { libraryOf } from './library-builder.ts';
import { sessionOf } from './session-builder.ts';

describe('the catalogue of the page', () => {
  it('has all that is bundled, in the same order', () => {
    expect(catalogue.map(({ id }) => id)).toEqual(Object.keys(scenarios));
    expect(catalogue.filter(({ group }) => group === 'histories').map(({ id }) => id)).toEqual(Object.keys(histories));
  });

  it.each(catalogue.map((entry) => [entry.id, entry] as const))(
    'says of a scenario what its file says: %s',
    async (id, entry) => {
      const written = await entry.load();
      expect(written).toEqual(scenarios[id]);
      expect(written).toMatchObject({ id, title: entry.title });
      expect(entry.seed).toBe(declaredSeeds[id]?.seed);
    },
  );
});

describe('a library', () => {
  const library = libraryOf({ one: { title: 'One' }, two: { title: 'Two' } });

  it('fetches what is asked for and nothing else', async () => {
    expect(await library.scenarios(['two', 'three', undefined])).toEqual({ two: { title: 'Two' } });
    expect(Object.keys(await library.scenarios())).toEqual(['one', 'two']);
    expect(await library.scenario('constructor')).toBeUndefined();
  });

  it('opens a scenario with the seed that is declared for it, else with 1', () => {
    const load = async () => ({});
    const some = createLibrary([
      { id: 'one', title: 'One', seed: '412', load },
      { id: 'two', title: 'Two', load },
    ]);
    expect(['one', 'two', 'three'].map(some.openingSeed)).toEqual(['412', '1', '1']);
    expect(['one', 'two', 'three'].map(some.declaredSeed)).toEqual(['412', undefined, undefined]);
  });

  it('tells its own from what is only like it', async () => {
    expect(library.isBundled(await library.scenario('one'))).toBe(true);
    expect(library.isBundled({ title: 'One' })).toBe(false);
  });

  it('says in a sentence that a scenario cannot be fetched', async () => {
    const lost = createLibrary([{ id: 'far', title: 'Far', load: () => Promise.reject(new TypeError('net::ERR')) }]);
    await expect(lost.scenario('far')).rejects.toThrow('This scenario could not be loaded. Are you connected?');
  });
});

describe('a run of the catalogue', () => {
  /** Scenarios come in the order in which the test lets them. */
  const open = () => {
    const waiting = new Map<string, { come(): void; fail(): void }>();
    const library = createLibrary(
      catalogue.map(({ id, title }) => ({
        id,
        title,
        load: () =>
          new Promise((come, fail) =>
            waiting.set(id, { come: () => come(scenarios[id]), fail: () => fail(new Error('offline')) }),
          ),
      })),
    );
    const run = createRun({ session: sessionOf(), library, openSecondSession: () => sessionOf() });
    return { run, waiting };
  };
  const [slow, quick] = ['classics/airport', 'classics/glove'];

  it('is the newest that was asked for, whichever scenario comes first', async () => {
    const { run, waiting } = open();
    const first = run.start(slow, '1');
    const second = run.start(quick, '1');
    waiting.get(quick)!.come();
    await second;
    waiting.get(slow)!.come();
    await first;
    expect(run.shown.value?.scenario.id).toBe(quick);
    expect(run.shown.value?.written.scenario).toBe(scenarios[quick]);
  });

  it('says that its scenario could not be fetched, and is there when it is asked for again', async () => {
    const { run, waiting } = open();
    const lost = run.start(quick, '1');
    waiting.get(quick)!.fail();
    await lost;
    expect(run.status.value).toEqual({
      status: 'failed',
      message: 'This scenario could not be loaded. Are you connected?',
    });
    const again = run.again();
    waiting.get(quick)!.come();
    await again;
    expect(run.shown.value?.scenario.id).toBe(quick);
  });
});
