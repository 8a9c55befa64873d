import { afterEach, describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { isAnswer } from '../../../sim/world/event.ts';
import { speak } from '../../../viz/i18n/index.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { textOf } from '../../../viz/run-view/phrase.ts';
import { type RunView, toRunView } from '../../../viz/run-view/run-view.ts';
import { sentence } from '../../../viz/run-view/sentences.ts';
import { createSession } from '../../../workers/session.ts';

const runOf = async (id: string, seed: string): Promise<RunView> =>
  toRunView(histories[id] as ScenarioView, await createSession().run({ scenario: histories[id], seed }));

afterEach(() => speak('en'));

describe('the sentence about a call', () => {
  it.each([
    ['delian-league', ['1', '2', '3', '7'], 'en'],
    ['delian-league', ['1', '2', '3', '7'], 'es'],
    ['europe-1879-1914', ['1', '2', '3', '4', '5', '6', '7', '8'], 'en'],
    ['nato', ['1', '2', '3', '4', '5', '6', '7', '8'], 'es'],
  ] as const)(
    'names first the one at whose side the ally is, then the foe: %s, seeds %j, %s',
    async (id, seeds, code) => {
      await speak(code);
      const runs = await Promise.all(seeds.map((seed) => runOf(id, seed)));
      let calls = 0;
      for (const run of runs)
        run.events.forEach((event, k) => {
          if (!isAnswer(event)) return;
          calls++;
          const fought = run.events.slice(k).find(({ kind }) => kind === 'fought')!;
          if (fought.kind !== 'fought') return;
          const told = sentence(event, run).flatMap(({ actor }) => actor ?? []);
          const [helper, friend, foe] = told as [string, string, string];
          expect(told).toHaveLength(3);
          const sides = [fought.who, fought.against];
          const ours = sides.find((side) => side.includes(friend))!;
          expect(ours, textOf(sentence(event, run))).not.toContain(foe);
          expect(ours.includes(helper)).toBe(event.kind === 'honoured');
        });
      expect(calls).toBeGreaterThan(4);
    },
  );
});

describe('the names of alliances', () => {
  it.each(Object.keys(histories).flatMap((id) => ['en', 'es'].map((code) => [id, code] as const)))(
    'differ at any one time, whole and short, in %s: %s',
    async (id, code) => {
      await speak(code as 'en' | 'es');
      for (const seed of ['1', '2', '3', '7', '12']) {
        const { alliances } = await runOf(id, seed);
        for (const one of alliances)
          for (const other of alliances) {
            if (one === other || one.from >= other.to || other.from >= one.to) continue;
            expect(one.name).not.toBe(other.name);
            expect(one.short).not.toBe(other.short);
          }
      }
    },
  );

  it('are those that people use, in the founding too', async () => {
    const runs = await Promise.all(Array.from({ length: 12 }, (_, k) => runOf('europe-1879-1914', `${k + 1}`)));
    const named = runs.flatMap((run) =>
      run.alliances.map(({ id, name }) => ({ run, id, name })).filter(({ name }) => name === 'Franco-Russian Alliance'),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const { run, id } of named) {
      const founding = run.events.find((event) => event.kind === 'founded' && event.alliance === id)!;
      expect(textOf(sentence(founding, run))).toMatch(/found the Franco-Russian Alliance$/);
    }
    const others = runs
      .flatMap(({ alliances }) => alliances.map(({ name }) => name))
      .filter((name) => name.includes('–'));
    expect(others.join('\n')).not.toMatch(/German Empire|British Empire|Russian Empire|Republic|Kingdom/);
  });
});
