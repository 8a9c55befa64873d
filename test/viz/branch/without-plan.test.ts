import { afterEach, describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import type { Event, EventKind } from '../../../sim/world/event.ts';
import { planWithout, withoutWords } from '../../../viz/branch/without-plan.ts';
import { speak } from '../../../viz/i18n/index.ts';
import { namesOf } from '../../../viz/i18n/names-of.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { createSession } from '../../../workers/session.ts';

afterEach(() => speak('en'));

const opened = async (id: keyof typeof histories, seed: string) => {
  const session = createSession();
  const scenario = histories[id];
  const replay = await session.run({ scenario, seed });
  return { session, run: toRunView(scenario as unknown as ScenarioView, replay) };
};
const byKind = (events: readonly Event[]): Map<EventKind, Event> =>
  new Map(events.toReversed().map((event) => [event.kind, event]));

describe.each(Object.keys(histories) as (keyof typeof histories)[])('in %s', (id) => {
  it('an event that a button takes away is gone from the branch', async () => {
    const { session, run } = await opened(id, '1');
    for (const kind of ['shock', 'attacked', 'left', 'reneged'] as const) {
      const event = byKind(run.events).get(kind);
      const plan = event && planWithout(run, event);
      if (!plan) continue;
      const branch = await session.fork(plan.tick, plan.interventions, () => {}, plan.without);
      const found = branch.events.filter(
        (other) => other.tick === event.tick && other.kind === kind && other.who.join() === event.who.join(),
      );
      // Another shock may strike the same ones at the same time.
      const same = found.filter(
        (other) => kind !== 'shock' || Reflect.get(other, 'shock') === Reflect.get(event, 'shock'),
      );
      expect(
        same.filter((other) => kind !== 'reneged' || Reflect.get(other, 'victim') === Reflect.get(event, 'victim')),
      ).toEqual([]);
      await session.unfork();
    }
  });
});

describe('the words of a button', () => {
  it('name the shock as people do, and quote one that has no such name', async () => {
    const { run } = await opened('europe-1879-1914', '1');
    const event = run.events.find((one) => one.kind === 'shock' && one.shock === 'bismarck-falls')!;
    const nouns = await namesOf('shocks', run.scenario.id, 'en');
    expect(withoutWords(run, event, nouns)).toBe('Without the dismissal of Bismarck');
    expect(withoutWords(run, event, {})).toBe('Without “Bismarck is dismissed”');
    expect(withoutWords(run, { ...event, chance: { probability: 0.1, draw: 0 } }, nouns)).toBe(
      'Without the dismissal of Bismarck from here on',
    );
    await speak('es');
    const spanish = await namesOf('shocks', run.scenario.id, 'es');
    expect(withoutWords(run, event, spanish)).toBe('Sin la destitución de Bismarck');
  });

  it('say whose war it is', async () => {
    const { run } = await opened('delian-league', '1');
    const event = run.events.find(({ kind }) => kind === 'attacked')!;
    expect(withoutWords(run, event, {})).toMatch(/^Without the war of .+ against .+$/);
  });

  it('are there for every kind that can be taken away', async () => {
    const { run } = await opened('delian-league', '1');
    for (const event of byKind(run.events).values())
      if (planWithout(run, event) && event.kind !== 'shock')
        expect(withoutWords(run, event, {})).not.toBe('Without this');
  });
});
