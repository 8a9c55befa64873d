import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import type { Event } from '../../../sim/world/event.ts';
import { crisisHeadline, entriesOf, warsAt, warsOf } from '../../../viz/run-view/crises.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { textOf } from '../../../viz/run-view/phrase.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { createSession } from '../../../workers/session.ts';

const names = { actorName: (id: string) => id.toUpperCase(), allianceName: (id: string) => id };
const base = { tick: 3, by: 'attacks', because: [] };
const attacked: Event = { ...base, kind: 'attacked', who: ['a'], victim: 'b' };
const answer = (kind: 'honoured' | 'reneged', who: string): Event => ({
  ...base,
  kind,
  alliance: 'pact',
  who: [who],
  victim: 'b',
  attacker: 'a',
  caller: 'b',
  clause: 'defence',
});
const fought = (won: boolean): Event => ({
  ...base,
  kind: 'fought',
  who: ['a'],
  against: ['b', 'c'],
  won,
  losses: 1,
  spoils: 0,
});
const left: Event = { ...base, kind: 'left', alliance: 'pact', who: ['d'] };

describe('a crisis', () => {
  const events = [
    attacked,
    answer('honoured', 'c'),
    answer('reneged', 'd'),
    answer('reneged', 'e'),
    fought(false),
    left,
  ];
  const entries = entriesOf(events);

  it('is one entry with all that came of the attack', () => {
    expect(entries.map((entry) => entry.events.length)).toEqual([5, 1]);
    expect(entries[0]!.crisis).toMatchObject({ kept: 1, broken: 2, attack: attacked, outcome: fought(false) });
    expect(entries[1]!.crisis).toBeUndefined();
  });

  it.each([
    [true, 'A attacks B and wins'],
    [false, 'A attacks B and is defeated'],
  ])('says in its headline who attacked whom and how it ended (%s)', (won, says) => {
    const { crisis } = entriesOf([attacked, fought(won)])[0]!;
    expect(textOf(crisisHeadline(crisis!, names))).toBe(says);
  });

  it('is not made of what another attack brought, nor of what nothing followed', () => {
    const other: Event = { ...base, kind: 'attacked', who: ['x'], victim: 'y' };
    expect(entriesOf([attacked, fought(true), other]).map((entry) => entry.events.length)).toEqual([2, 1]);
    expect(entriesOf([attacked, other, fought(true)]).map((entry) => entry.events.length)).toEqual([1, 2]);
    expect(entriesOf([attacked, { ...fought(true), tick: 4 }]).map((entry) => entry.events.length)).toEqual([1, 1]);
  });
});

describe.each(Object.keys(histories) as (keyof typeof histories)[])('the entries of %s', (id) => {
  it.each(['1', '2', '3'])('hold every event once, in order, and are fewer, seed %s', async (seed) => {
    const scenario = histories[id];
    const run = toRunView(scenario as unknown as ScenarioView, await createSession().run({ scenario, seed }));
    const entries = entriesOf(run.news);
    expect(entries.flatMap(({ events }) => events)).toEqual(run.news);
    expect(run.news.filter(({ kind }) => kind === 'attacked').length).toBe(
      entries.filter(({ events }) => events.some(({ kind }) => kind === 'attacked')).length,
    );
    // An answer, a breach or a war never stands alone.
    const alone = entries.filter(({ crisis }) => !crisis).flatMap(({ events }) => events);
    expect(alone.filter(({ kind }) => ['honoured', 'reneged', 'violated', 'fought'].includes(kind))).toEqual([]);
    const wars = warsOf(run.events);
    expect(wars.map(({ tick, attackers }) => `${tick} ${attackers[0]}`)).toEqual(
      run.events.filter(({ kind }) => kind === 'fought').map(({ tick, who }) => `${tick} ${who[0]}`),
    );
    for (const { tick } of wars.slice(0, 20))
      expect(warsAt(run, tick)).toEqual(wars.filter((war) => war.tick === tick));
  });
});

it('an attack of which no fight is told is a war all the same', () => {
  expect(warsOf([attacked, answer('honoured', 'c')])).toEqual([{ tick: 3, attackers: ['a'], defenders: ['b'] }]);
});
