import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../scenarios/catalogue.ts';
import { histories, scenarios } from '../../../scenarios/index.ts';
import { createLibrary } from '../../../viz/store/library.ts';
import type { Source } from '../../../viz/store/source.ts';
import { createState } from '../../../viz/store/state.ts';
import { createSession } from '../../../workers/session.ts';
import { libraryOf } from './library-builder.ts';

describe('the shelf of the page', () => {
  it('has all that is bundled, in the same order', () => {
    expect(catalogue.map(({ id }) => id)).toEqual(Object.keys(scenarios));
    expect(catalogue.filter(({ group }) => group === 'histories').map(({ id }) => id)).toEqual(Object.keys(histories));
  });

  it.each(catalogue.map((book) => [book.id, book] as const))(
    'says of a scenario what its file says: %s',
    async (id, book) => {
      const written = await book.load();
      expect(written).toEqual(scenarios[id]);
      expect(written).toMatchObject({ id, title: book.title });
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

  it('tells its own from what is only like it', async () => {
    expect(library.isOnShelf(await library.scenario('one'))).toBe(true);
    expect(library.isOnShelf({ title: 'One' })).toBe(false);
  });

  it('says in a sentence that a scenario cannot be fetched', async () => {
    const lost = createLibrary([{ id: 'far', title: 'Far', load: () => Promise.reject(new TypeError('net::ERR')) }]);
    await expect(lost.scenario('far')).rejects.toThrow('This scenario could not be loaded. Are you connected?');
  });
});

describe('a run of the shelf', () => {
  /** Scenarios come in the order in which the test lets them. */
  const open = () => {
    const session = createSession();
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
    const source: Source = {
      ...library,
      run: (given, seed) => session.run({ ...given, seed }),
      places: session.layout,
      frame: session.frame,
      runFile: session.runFile,
      save: session.save,
    };
    return { state: createState(source), waiting };
  };
  const [slow, quick] = ['classics/airport', 'classics/glove'];

  it('is the newest that was asked for, whichever scenario comes first', async () => {
    const { state, waiting } = open();
    const first = state.start(slow, '1');
    const second = state.start(quick, '1');
    waiting.get(quick)!.come();
    await second;
    waiting.get(slow)!.come();
    await first;
    expect(state.run.value?.scenario.id).toBe(quick);
    expect(state.run.value?.written.scenario).toBe(scenarios[quick]);
  });

  it('says that its scenario could not be fetched, and is there when it is asked for again', async () => {
    const { state, waiting } = open();
    const lost = state.start(quick, '1');
    waiting.get(quick)!.fail();
    await lost;
    expect(state.status.value).toEqual({
      status: 'failed',
      message: 'This scenario could not be loaded. Are you connected?',
    });
    const again = state.again();
    waiting.get(quick)!.come();
    await again;
    expect(state.run.value?.scenario.id).toBe(quick);
  });
});
