import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { attribute } from '../../../sim/counterfactual/attribution.ts';
import {
  type CandidateCause,
  candidateCauses,
  type EndedAlliance,
} from '../../../sim/counterfactual/candidate-causes.ts';
import { load } from '../../../sim/engine/load.ts';
import { fork } from '../../../sim/history/fork.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import type { Event } from '../../../sim/world/event.ts';
import { runCooperatively } from '../../../workers/cooperative.ts';
import { actor, model, only, replications, treaty } from '../builders.ts';

const run = (id: keyof typeof histories, seed: string, interventions: Intervention[] = []): History => {
  const checked = check(histories[id]);
  if ('faults' in checked) throw new Error(`${id} does not check`);
  return play(load(checked.value), seed, interventions);
};

/** What it was, without why. */
const deed = ({ because: _, score: _score, chance: _chance, runnerUp: _other, ...what }: Event): string =>
  JSON.stringify(what);
const without = (history: History, { at, remedy, without }: CandidateCause): History => {
  const recorder = fork(history, at, remedy, { without });
  recorder.advance(Infinity);
  return recorder.history;
};
const casesOf = (history: History): EndedAlliance[] =>
  history.chronicle.alliances
    .filter(({ ended }) => ended !== null)
    .map(({ id, founded }) => candidateCauses(history, id, founded));

describe.each(Object.keys(histories) as (keyof typeof histories)[])('in %s', (id) => {
  it.each(['1', '7'])('what is taken away does not happen, seed %s', (seed) => {
    const history = run(id, seed);
    const cases = casesOf(history);
    expect(cases.length).toBeGreaterThan(0);
    const kinds = new Set<string>();
    for (const { causes: list, ended, alliance } of cases)
      for (const suspect of list.slice(-6)) {
        const event = suspect.event!;
        kinds.add(event.kind);
        expect(event.tick).toBeLessThanOrEqual(ended);
        expect(history.events).toContain(event);
        const branch = without(history, suspect);
        expect(branch.events.map(deed), `${alliance}: ${deed(event)}`).not.toContain(deed(event));
        expect(branch.events.filter(({ kind, tick }) => kind === 'no-occasion' && tick <= event.tick)).toEqual([]);
        // All that went before is as it was.
        const past = (of: History): string[] => of.events.filter(({ tick }) => tick < suspect.at).map(deed);
        expect(past(branch)).toEqual(past(history));
      }
    expect(kinds.size).toBeGreaterThan(1);
  });
});

/** Nothing happens here but what is ordered, what notice brings and what terms end. */
const ordered = only({
  realign: [{ name: 'renewals' }, { name: 'moves', parameters: { deliberation: 0 } }, { name: 'departures' }],
  shock: [{ name: 'interventions' }],
});
const pact = model({
  ticks: 30,
  actors: ['a', 'b', 'c'].map((id) => actor(id)),
  treaties: [treaty('pact', ['a', 'b', 'c'], { exitNotice: 0 })],
  mechanisms: ordered,
});
const leaves = (tick: number, who: string): Intervention => ({
  kind: 'decide',
  tick,
  actor: who,
  choice: { act: 'leave', alliance: 'pact' },
});
function toEnd<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
const look = (history: History, continuations = 0) =>
  toEnd(attribute(history, { alliance: 'pact', founded: 0, continuations }));

describe('what people placed', () => {
  it('is suspected like anything else, and taken away by leaving it out', async () => {
    const orders = [leaves(4, 'a'), leaves(9, 'b'), leaves(12, 'c')];
    const history = play(pact, '1', orders);
    const { ended, findings } = look(history, 2);
    expect(ended).toBe(9);
    expect(findings.map(({ placed, ends, first }) => [placed, ends, first])).toEqual([
      [orders[1], 12, 9],
      [orders[0], 12, 4],
    ]);
    expect(findings[0]!.continuations).toEqual({ runs: 2, with: 0, without: 0 });
  });

  it('is no suspect before the last years, nor where it is about others', () => {
    const far = { kind: 'set', tick: 3, path: 'actors.a.loyalty', value: 1 } as const;
    const history = play(pact, '1', [far, leaves(20, 'a'), { kind: 'cancel', tick: 21, what: 'treaty', id: 'pact' }]);
    expect(candidateCauses(history, 'pact', 0).causes.map(({ placed }) => placed?.tick)).toEqual([20, 21]);
  });

  it('counts in how many continuations the alliance stands with it and without it', async () => {
    const history = play(pact, '1', [{ kind: 'cancel', tick: 5, what: 'treaty', id: 'pact' }]);
    const { findings } = look(history, 3);
    expect(findings).toMatchObject([{ ends: null, first: 5, continuations: { runs: 3, with: 0, without: 3 } }]);
  });
});

describe('a promise broken to an ally that attacks a stranger, under another treaty', () => {
  /** Two have a league to consult, renewed every other year, and a pact to attack together; the one wars on a third. */
  const partners = model({
    ticks: 24,
    actors: [actor('hawk', { autonomy: 0.5 }), actor('prey'), actor('wing', { autonomy: 0.5, loyalty: 0.3 })],
    dyadDefaults: { proximity: 1 },
    dyads: [
      { from: 'hawk', to: 'prey', mutual: false, hostility: 1 },
      { from: 'hawk', to: 'wing', relational: 0.6, calculative: 0.6, hostility: 0 },
    ],
    treaties: [
      treaty('league', ['hawk', 'wing'], { obligations: ['consultation'], term: 2, formality: 0.2 }),
      treaty('pact', ['hawk', 'wing'], { obligations: ['offence'], formality: 0.2 }),
    ],
    mechanisms: {
      grow: [],
      shock: [{ name: 'interventions' }],
      govern: [],
      realign: [{ name: 'renewals' }],
      crisis: [{ name: 'attacks', parameters: { aggression: 1, most: 0.3, leaning: 0 } }],
    },
  });
  const isBroken = ({ event }: CandidateCause): boolean =>
    event?.kind === 'reneged' && event.alliance === 'pact' && event.caller === 'hawk' && event.victim === 'prey';

  it('is what ended the alliance of the two where that stands longest with the promise kept', () => {
    const suspected = replications(400, partners).filter(
      (history) =>
        history.chronicle.alliances.some(({ id, ended }) => id === 'league' && ended !== null) &&
        candidateCauses(history, 'league', 0).causes.some(isBroken),
    );
    const found = suspected.flatMap((history) => {
      const { ended, findings } = toEnd(attribute(history, { alliance: 'league', founded: 0, continuations: 0 }));
      const [first, ...others] = findings;
      return isBroken(first!) ? [{ ended, first: first!, others }] : [];
    });
    expect(found.length).toBeGreaterThan(3);
    for (const { ended, first, others } of found) {
      expect(first.who).toEqual(['wing']);
      expect(first.first).toBe(first.tick);
      expect(first.ends ?? Infinity).toBeGreaterThan(ended);
      for (const { ends } of others) expect(first.ends ?? Infinity).toBeGreaterThanOrEqual(ends ?? Infinity);
    }
    expect(suspected.length).toBeGreaterThan(found.length);
  });
});

describe('a continuation', () => {
  it('has other luck than the run, in which the alliance ended', () => {
    const history = run('europe-1879-1914', '1');
    const survived = casesOf(history).flatMap(({ alliance, founded }) =>
      toEnd(attribute(history, { alliance, founded, continuations: 1 })).findings.map(
        ({ continuations }) => continuations?.with,
      ),
    );
    expect(survived).toContain(1);
  });
});

describe('an attribution', () => {
  it.each([
    ['gone', 0, 'there is no alliance "gone" of tick 0 in this run'],
    ['pact', 3, 'there is no alliance "pact" of tick 3 in this run'],
    ['pact', 0, '"pact" has not ended in this run'],
  ])('of %s, founded %d, is refused in a sentence', (id, founded, sentence) => {
    expect(() => candidateCauses(play(pact, '1'), id, founded)).toThrow(sentence);
  });

  it('tells how far it is, and stops when nobody wants it any more', async () => {
    const history = play(pact, '1', [leaves(4, 'a'), leaves(9, 'b')]);
    const ticks: number[] = [];
    toEnd(attribute(history, { alliance: 'pact', founded: 0, continuations: 1 }, ({ tick }) => ticks.push(tick)));
    expect(ticks).toEqual([1, 2, 3, 4, 5, 6]);
    let asked = 0;
    const work = attribute(history, { alliance: 'pact', founded: 0, continuations: 500 });
    const given = runCooperatively(work, () => ++asked < 4);
    await expect(given).rejects.toThrow('cancelled');
  });
});

describe('an order to stay', () => {
  const eventsAfter = (orders: Intervention[]) =>
    play(
      model({
        ticks: 12,
        actors: ['a', 'b', 'c'].map((id) => actor(id)),
        treaties: [treaty('pact', ['a', 'b'], { exitNotice: 2 })],
        mechanisms: ordered,
      }),
      '1',
      orders,
    ).events.map(({ tick, kind, who }) => `${tick} ${kind} ${who.join(' ')}`);
  const stays = (tick: number, who: string): Intervention => ({
    kind: 'decide',
    tick,
    actor: who,
    choice: { act: 'stay', alliance: 'pact' },
  });

  it('takes back a notice that is under way', () => {
    expect(eventsAfter([leaves(3, 'b'), stays(4, 'b')])).toEqual(['3 notice b', '4 stayed b']);
  });
  it('replaces one to leave that stands earlier in the list, as that of a branch does', () => {
    expect(eventsAfter([leaves(3, 'b'), stays(3, 'b')])).toEqual(['3 intervention b']);
  });
  it('holds for its own tick alone', () => {
    expect(eventsAfter([stays(3, 'b'), leaves(4, 'b')])).toEqual([
      '3 intervention b',
      '4 notice b',
      '6 left b',
      '6 dissolved a',
    ]);
  });
  it('has no occasion where one is not in it', () => {
    expect(eventsAfter([stays(3, 'c')])).toEqual(['3 no-occasion c']);
  });
  it('renews what would have lapsed, until the next time', () => {
    const of = model({
      ticks: 16,
      actors: ['a', 'b'].map((id) => actor(id, { autonomy: 1 })),
      dyadDefaults: { calculative: 0, relational: 0, hostility: 0.8 },
      treaties: [treaty('pact', ['a', 'b'], { term: 5, formality: 1 })],
      mechanisms: ordered,
    });
    const lines = (orders: Intervention[]) => play(of, '1', orders).events.map(({ tick, kind }) => `${tick} ${kind}`);
    expect(lines([])).toEqual(['5 dissolved']);
    // Its ally goes all the same, and then there is nothing left to stay in.
    expect(lines([stays(5, 'a')])).toEqual(['5 dissolved', '5 no-occasion']);
    expect(lines([stays(5, 'a'), stays(5, 'b')])).toEqual([
      '5 renewed',
      '5 intervention',
      '5 intervention',
      '10 dissolved',
    ]);
  });
});
