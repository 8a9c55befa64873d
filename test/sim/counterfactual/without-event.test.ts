import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { withoutEvent } from '../../../sim/counterfactual/without-event.ts';
import { load } from '../../../sim/engine/load.ts';
import { fork } from '../../../sim/history/fork.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { Event, EventKind } from '../../../sim/world/event.ts';
import { actor, model, only, treaty } from '../builders.ts';

const run = (id: keyof typeof histories, seed: string, interventions: Intervention[] = []): History => {
  const checked = check(histories[id]);
  if ('faults' in checked) throw new Error(`${id} does not check`);
  return play(load(checked.value), seed, interventions);
};

const membersAt =
  ({ chronicle }: History) =>
  (alliance: string, tick: number): string[] =>
    chronicle.alliances
      .filter(({ id }) => id === alliance)
      .flatMap(({ spans }) => spans)
      .filter(({ from, to }) => from < tick && (to === null || to >= tick))
      .map(({ actor: id }) => id);

const planOf = (history: History, event: Event) =>
  withoutEvent(
    event,
    {
      ticks: history.ticks,
      ticksPerYear: history.model.scenario.time.ticksPerYear,
      events: history.events,
      interventions: history.interventions,
      threats: new Set(history.model.scenario.threats.map(({ id }) => id)),
      membersAt: membersAt(history),
    },
    'peace',
  );

const branchOf = (history: History, { at, remedy, without }: NonNullable<ReturnType<typeof planOf>>): History => {
  const recorder = fork(history, at, remedy, { without });
  recorder.advance(Infinity);
  return recorder.history;
};

/** What it was, without why. */
const deed = ({ because: _, score: _score, chance: _chance, runnerUp: _other, ...what }: Event): string =>
  JSON.stringify(what);

/** What must not be in the branch: the deed itself; of an attack any by the same on the same then. */
const recurs = (branch: History, event: Event): Event[] =>
  branch.events.filter((other) =>
    event.kind === 'attacked' && other.kind === 'attacked'
      ? other.tick === event.tick && other.who[0] === event.who[0] && other.victim === event.victim
      : deed(other) === deed(event),
  );

/** Nobody can be kept from founding a treaty, but it is over at once. */
const lasts = (branch: History, event: Event): boolean =>
  event.kind === 'founded' &&
  branch.chronicle.alliances.some(
    ({ id, founded, ended }) => id === event.alliance && founded === event.tick && ended !== event.tick + 1,
  );

const PER_KIND = 4;

describe.each(Object.keys(histories) as (keyof typeof histories)[])('in %s', (id) => {
  it.each(['1', '7'])('what is taken away does not happen, and all before it stays, seed %s', (seed) => {
    const history = run(id, seed);
    const taken = new Map<EventKind, number>();
    for (const event of history.events) {
      const count = taken.get(event.kind) ?? 0;
      if (count >= PER_KIND) continue;
      const plan = planOf(history, event);
      if (!plan) continue;
      taken.set(event.kind, count + 1);
      const branch = branchOf(history, plan);
      const past = (of: History): string[] => of.events.filter(({ tick }) => tick < plan.at).map(deed);
      expect(past(branch)).toEqual(past(history));
      if (event.kind === 'founded') expect(lasts(branch, event), deed(event)).toBe(false);
      else expect(recurs(branch, event), deed(event)).toEqual([]);
      expect(branch.events.filter(({ kind, tick }) => kind === 'no-occasion' && tick <= event.tick)).toEqual([]);
    }
    // A short run may have no attack.
    for (const kind of ['shock', 'attacked', 'founded'] as const)
      if (kind === 'shock' || history.events.some((event) => event.kind === kind))
        expect(taken.get(kind), kind).toBeGreaterThan(0);
  });

  it('every shock can be taken away, and every attack', () => {
    const history = run(id, '3');
    for (const event of history.events)
      if (event.kind === 'shock' || event.kind === 'attacked')
        expect(planOf(history, event), deed(event)).toBeDefined();
  });
});

const three = model({
  ticks: 12,
  actors: ['a', 'b', 'c'].map((id) => actor(id)),
  treaties: [treaty('pact', ['a', 'b', 'c'], { exitNotice: 0 })],
  mechanisms: only({
    realign: [{ name: 'moves', parameters: { deliberation: 0 } }, { name: 'departures' }],
    shock: [{ name: 'interventions' }],
  }),
});

describe('what a person placed', () => {
  const set: Intervention = { kind: 'set', tick: 2, path: 'actors.a.loyalty', value: 0.25 };
  const leave: Intervention = { kind: 'decide', tick: 4, actor: 'b', choice: { act: 'leave', alliance: 'pact' } };
  const history = play(three, '1', [set, leave]);

  it('is taken away by not placing it', () => {
    const event = history.events.find(({ kind }) => kind === 'intervention')!;
    expect(planOf(history, event)).toEqual({ at: 2, remedy: [], without: [0] });
    expect(branchOf(history, planOf(history, event)!).interventions).toEqual([leave]);
  });

  it('is so too where it is a decision that an event followed from', () => {
    const event = history.events.find(({ kind }) => kind === 'left')!;
    expect(planOf(history, event)).toEqual({ at: 4, remedy: [], without: [1] });
  });
});

describe('a shock of the very first tick', () => {
  const early = (random: boolean) =>
    model({
      ticks: 10,
      actors: [actor('a'), actor('b')],
      shocks: [
        {
          id: 's',
          name: 'S',
          family: 'power',
          ...(random ? { hazard: 1 } : { at: 0 }),
          changes: [{ target: { actors: ['a'] }, field: 'resources.arms', operation: 'add', amount: 10 }],
        },
      ],
      mechanisms: only({ shock: [{ name: 'scheduled-shocks' }, { name: 'random-shocks' }, { name: 'interventions' }] }),
    });

  it.each([false, true])('is taken away like any other (random: %s)', (random) => {
    const history = play(early(random), '1');
    const event = history.events.find(({ kind }) => kind === 'shock')!;
    expect(event.tick).toBe(0);
    const plan = planOf(history, event)!;
    expect(plan).toMatchObject({ at: 0, remedy: [{ kind: 'cancel', tick: 0, what: 'shock', id: 's' }], without: [] });
    expect(branchOf(history, plan).events.filter(({ kind }) => kind === 'shock')).toEqual([]);
  });
});
