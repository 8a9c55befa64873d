import { describe, expect, it } from 'vitest';
import { InstructorRequest } from '../../../classroom/protocol/request.ts';
import europe from '../../../scenarios/europe-1879-1914.json' with { type: 'json' };
import { check, checkPlaced } from '../../../sim/check/check.ts';
import { accepted } from '../../../sim/experiment/run-request.ts';
import { deadlinesOf } from '../../../viz/instructor/deadlines.ts';
import { CARD_EFFECTS, freeCard } from '../../../viz/instructor/free-card.ts';
import { playableFrom, playables, scenarioAsked } from '../../../viz/instructor/playable.ts';
import { selfTest } from '../../../viz/instructor/self-test.ts';
import { instructorEnglish } from '../../../viz/instructor/words/en.ts';
import { instructorAt, JOIN } from '../../browsers/staff/states.ts';

describe('a card of the instructor’s own', () => {
  it.each(CARD_EFFECTS)('is one that the engine takes in a history: %s', (effect) => {
    const card = freeCard('What is said', effect, 'strong', ['GER', 'GBR'], null);
    expect(InstructorRequest.parse(card)).toEqual(card);
    const placed = checkPlaced([{ kind: 'shock', tick: 3, shock: card.shock }], accepted(check(europe)));
    expect(placed).not.toHaveProperty('faults');
  });

  it('has an id of its own each time, and a name that fits though its words are many', () => {
    const [one, two] = [1, 2].map(() => freeCard('x'.repeat(500), 'calm', 'slight', ['GER', 'GBR'], ['GER']));
    expect(one!.shock.id).not.toBe(two!.shock.id);
    expect(InstructorRequest.parse(one)).toEqual(one);
  });
});

describe('a scenario that a class can play', () => {
  it('is every history of the program', async () => {
    expect((await playables()).map(({ id }) => id)).toEqual(['europe-1879-1914', 'delian-league', 'nato']);
  });

  it('is asked for by its id, or whole where fewer rounds are played or the file is somebody’s own', () => {
    const known = playableFrom(europe, false)!;
    expect(scenarioAsked(known, known.rounds)).toBe('europe-1879-1914');
    const shorter = scenarioAsked(known, 6) as typeof europe;
    expect(check(shorter)).not.toHaveProperty('faults');
    expect(shorter.classroom.rounds).toEqual(europe.classroom.rounds.slice(0, 6));
    expect(scenarioAsked({ ...known, isOwn: true }, known.rounds)).toEqual(europe);
  });

  it.each([null, [], 'text', {}, { id: 'x', title: 'X' }, { id: 1, title: 'X', classroom: { rounds: [] } }])(
    'is not read into %j',
    (given) => expect(playableFrom(given, true)).toBeUndefined(),
  );
});

it('rounds close at the dates that were planned', () => {
  const first = '2030-01-15T17:30';
  const [a, b] = deadlinesOf({ first, span: 'days2' }, 6)!;
  expect(a).toBe(new Date(first).getTime());
  expect(b! - a!).toBe(48 * 3_600_000);
  expect(deadlinesOf({ first: '', span: 'day' }, 6)).toBeUndefined();
});

describe('the self-test', () => {
  const { test } = instructorEnglish;
  const state = { ...instructorAt('lobby', 'en'), refusals: { count: 0, last: [] } };
  const says = (change: object, transport: 'socket' | 'stream' = 'socket', apart = 0) =>
    selfTest({ ...state, ...change }, transport, apart, instructorEnglish);

  it('says that phones come, or what to do where they cannot', () => {
    expect(says({})).toEqual([`${test.lan} 19 phones are connected.`]);
    expect(says({ players: [] })).toEqual([test.lanNone]);
    expect(says({ join: { ...JOIN, reach: 'loopback' } })).toEqual([test.loopback]);
    expect(says({ players: [], join: { ...JOIN, reach: 'behind' } })).toEqual([test.behind]);
  });

  it('names blocked sockets, clocks that differ, and what was refused', () => {
    expect(says({}, 'stream')[1]).toBe(test.stream);
    expect(says({}, 'socket', -10 * 60_000)[1]).toContain('differ by 10 min');
    expect(says({}, 'socket', 60_000)).toHaveLength(1);
    const refusals = { count: 3, last: [{ do: 'card', why: 'card-played', from: 'instructor' }] };
    expect(says({ refusals })[1]).toBe('3 messages were refused, the last: This card was played already.');
  });
});
