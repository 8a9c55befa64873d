import { describe, expect, it } from 'vitest';
import { eventMarks, NEAR } from '../../../sim/facts/event-marks.ts';
import type { Fact } from '../../../sim/schema/history.ts';
import { Clauses } from '../../../sim/schema/treaty.ts';
import type { EventKind } from '../../../sim/world/event.ts';
import { admit, dissolve, expel, found, leave, merge, split } from '../../../sim/world/membership.ts';
import { treaty } from '../builders.ts';
import { type Act, type Draft, end, entente, fact, fight, inOld, pact, runOf, type Script } from './scripted-run.ts';

/** The mark of the last event of a kind. */
function markIn(history: Fact[], script: Script, kind: EventKind, draft: Draft = {}): string | undefined {
  const run = runOf(script, { ...draft, history: history.map((one, k) => ({ ...one, id: `f${k}` })) });
  const at = run.events.map((event) => event.kind).lastIndexOf(kind);
  expect(at, `no event "${kind}"`).toBeGreaterThanOrEqual(0);
  return eventMarks(run)?.[at];
}

const old: Draft = { treaties: [treaty('old', ['A', 'B', 'C'])] };
const exit = (i: number): Act => inOld((world, context, alliance) => leave(world, context, alliance, i));
const enter = (i: number): Act => inOld((world, context, alliance) => admit(world, context, alliance, i));
const ofOld = (kind: Fact['kind'], who: string, from: number, to: number, more: Partial<Fact> = {}): Fact =>
  fact(kind, who, from, to, { alliance: 'old', ...more });

describe('the founding of an alliance', () => {
  const given = [fact('allied', 'A B C', 8, 20, { tolerance: 1 })];

  it.each<[string, Fact[], Script, string | undefined]>([
    ['on its date', given, { 8: pact(0, 1, 2) }, 'recorded'],
    ['within the tolerance', given, { 7: pact(0, 1, 2) }, 'recorded'],
    ['of a part of those recorded', given, { 9: pact(0, 1) }, 'recorded'],
    ['a year before that', given, { 6: pact(0, 1, 2) }, 'near'],
    [`${NEAR} years before that`, given, { [7 - NEAR]: pact(0, 1, 2) }, 'near'],
    [`more than ${NEAR} years before`, given, { [6 - NEAR]: pact(0, 1, 2) }, 'otherwise'],
    ['late, while the record has them allied', given, { 19: pact(0, 1, 2) }, 'near'],
    ['with one more', given, { 8: pact(0, 1, 2, 3) }, 'near'],
    ['with another instead', given, { 8: pact(0, 1, 3) }, 'near'],
    ['of others', given, { 8: pact(0, 3) }, 'otherwise'],
    ['that obliges nobody to fight', given, { 8: entente(0, 1, 2) }, undefined],
    ['where the record has wars alone', [fact('war', 'A B', 8, 9)], { 8: pact(0, 1) }, undefined],
  ])('%s', (_, history, script, expected) => {
    expect(markIn(history, script, 'founded')).toBe(expected);
  });

  it('bears no mark where the record does not say whether they were allied', () => {
    const silent: Draft = { treaties: [treaty('old', ['A', 'B'])] };
    expect(markIn([fact('allied', 'C D', 8, 20)], { 9: pact(0, 1) }, 'founded', silent)).toBeUndefined();
  });
});

describe('an accession', () => {
  const given = [ofOld('member', 'D', 8, 16, { tolerance: 1 })];

  it.each<[string, Fact[], Script, string | undefined]>([
    ['on its date, whoever else is there', given, { 2: exit(0), 8: enter(3) }, 'recorded'],
    ['in time', given, { 9: enter(3) }, 'recorded'],
    ['early', given, { 4: enter(3) }, 'near'],
    ['late', given, { 12: enter(3) }, 'near'],
    ['too early', given, { 1: enter(3) }, 'otherwise'],
    ['again, while the record has it a member', given, { 8: enter(3), 14: exit(3), 15: enter(3) }, 'near'],
    ['after the record had it leave', given, { 17: enter(3) }, 'otherwise'],
    ['of one that the record never has there', [ofOld('member', 'A', 0, 16)], { 8: enter(3) }, 'otherwise'],
    [
      'of one whose return the record leaves open',
      [...given, ofOld('left', 'B', 3, 5)],
      { 4: exit(1), 7: enter(1) },
      undefined,
    ],
    ['where the record has wars alone', [fact('war', 'A B', 8, 9)], { 8: enter(3) }, undefined],
  ])('%s', (_, history, script, expected) => {
    expect(markIn(history, script, 'joined', old)).toBe(expected);
  });

  it('to an alliance of the run is that of its pairs', () => {
    const three = [fact('allied', 'A B C', 8, 20)];
    const third: Act = (world, context) => admit(world, context, world.alliances[0]!, 2);
    const fourth: Act = (world, context) => admit(world, context, world.alliances[0]!, 3);
    expect(markIn(three, { 7: pact(0, 1), 8: third }, 'joined')).toBe('recorded');
    expect(markIn(three, { 4: pact(0, 1), 5: third }, 'joined')).toBe('near');
    expect(markIn(three, { 7: pact(0, 1), 8: fourth }, 'joined')).toBe('otherwise');
    expect(markIn(three, { 7: entente(0, 1), 8: third }, 'joined')).toBeUndefined();
  });

  it('is one too where two alliances become one', () => {
    const into: Act = (world, context) => {
      const fresh = found(world, context, [2, 3], 'pact', Clauses.parse({}));
      merge(world, context, fresh, world.alliances[0]!);
    };
    const two: Draft = { treaties: [treaty('old', ['A', 'B'])] };
    expect(markIn([ofOld('member', 'C D', 8, 20)], { 8: into }, 'merged', two)).toBe('recorded');
    expect(markIn([ofOld('member', 'C', 8, 20)], { 8: into }, 'merged', two)).toBe('otherwise');
  });
});

describe('a departure', () => {
  const given = [
    ofOld('left', 'B', 8, 10, { tolerance: 1 }),
    ofOld('metric', 'A', 19, 20, { metric: 'collapse', value: 1 }),
  ];
  const thrown: Act = inOld((world, context, alliance) => expel(world, context, alliance, 1));
  const apart: Act = inOld((world, context, alliance) => void split(world, context, alliance, [1, 2], 'rest'));
  const over = (how: 'lapsed' | 'cancelled' | 'superseded'): Act =>
    inOld((world, context, alliance) => dissolve(world, context, alliance, how));

  it.each<[string, Fact[], Script, EventKind, string | undefined]>([
    ['in its years', given, { 9: exit(1) }, 'left', 'recorded'],
    ['within the tolerance', given, { 10: exit(1) }, 'left', 'recorded'],
    ['by a split', given, { 9: apart }, 'split', 'recorded'],
    ['by letting the treaty lapse', given, { 9: over('lapsed') }, 'dissolved', 'recorded'],
    ['against its will', given, { 9: thrown }, 'expelled', 'near'],
    ['by a treaty that is cancelled', given, { 9: over('cancelled') }, 'dissolved', 'near'],
    ['late', given, { 13: exit(1) }, 'left', 'near'],
    ['too late, when the record leaves open where it was', given, { 17: exit(1) }, 'left', undefined],
    ['too early', given, { 1: exit(1) }, 'left', 'otherwise'],
    ['of another', given, { 9: exit(2) }, 'left', 'otherwise'],
    ['at the end of the treaty', given, { 19: over('cancelled') }, 'dissolved', 'recorded'],
    ['at its end, early', given, { 16: over('cancelled') }, 'dissolved', 'near'],
    ['into a treaty that replaces it', given, { 9: over('superseded') }, 'dissolved', undefined],
    [
      'from an alliance that the record does not have',
      given,
      { 8: pact(0, 3), 12: (world, context) => leave(world, context, world.alliances[1]!, 3) },
      'left',
      'otherwise',
    ],
    [
      'from one that obliges nobody to fight',
      given,
      { 8: entente(0, 3), 12: (world, context) => leave(world, context, world.alliances[1]!, 3) },
      'left',
      undefined,
    ],
    ['that no fact forbids or has', [fact('war', 'A B', 8, 9)], { 9: exit(1) }, 'left', undefined],
    [
      'where nobody is said to leave',
      [ofOld('metric', 'A B C', 0, 20, { metric: 'membersLeft', value: 0 })],
      { 9: exit(1) },
      'left',
      'otherwise',
    ],
  ])('%s', (_, history, script, kind, expected) => {
    expect(markIn(history, script, kind, old)).toBe(expected);
  });

  it('of one of two is the end of the treaty', () => {
    const two: Draft = { treaties: [treaty('old', ['A', 'B'])] };
    const history = [ofOld('left', 'A', 8, 9)];
    expect(markIn(history, { 8: exit(0) }, 'left', two)).toBe('recorded');
    expect(markIn(history, { 8: exit(0) }, 'dissolved', two)).toBe('recorded');
    expect(markIn(history, { 8: exit(1) }, 'left', two)).toBe('otherwise');
  });
});

describe('a war', () => {
  const given = [fact('war', 'A B', 8, 10)];
  const strike =
    (who: string, victim: string): Act =>
    (_, context) =>
      context.emit({ kind: 'attacked', who: [who], victim });

  it.each<[string, Fact[], Script, EventKind, string | undefined]>([
    ['in its years', given, { 9: fight('A', 'B') }, 'fought', 'recorded'],
    ['whoever attacks', given, { 8: strike('B', 'A') }, 'attacked', 'recorded'],
    ['beside allies', given, { 8: fight('C A', 'D B') }, 'fought', 'recorded'],
    ['after them', given, { 10: fight('A', 'B') }, 'fought', 'near'],
    ['long after them', given, { 15: fight('A', 'B') }, 'fought', 'otherwise'],
    ['of others', given, { 8: fight('A', 'C') }, 'fought', 'otherwise'],
    ['on one side', given, { 8: fight('A B', 'C') }, 'fought', 'otherwise'],
    [
      'where the record has alliances alone',
      [fact('allied', 'A B', 8, 10)],
      { 8: fight('A', 'B') },
      'fought',
      undefined,
    ],
  ])('%s', (_, history, script, kind, expected) => {
    expect(markIn(history, script, kind)).toBe(expected);
  });
});

describe('an answer to a call', () => {
  const told = (value: number): Fact => fact('metric', 'A B', 8, 10, { metric: 'honoured', value, tolerance: 0.1 });
  const answer =
    (kind: 'honoured' | 'reneged', helper: string): Act =>
    (_, context) =>
      context.emit({ kind, alliance: 'old', who: [helper], victim: 'B', attacker: 'D' });

  it.each<[string, Fact[], Script, EventKind, string | undefined]>([
    ['as it was', [told(1)], { 8: answer('honoured', 'A') }, 'honoured', 'recorded'],
    ['and as it was not', [told(0)], { 9: answer('reneged', 'A') }, 'reneged', 'recorded'],
    ['the other way', [told(0)], { 8: answer('honoured', 'A') }, 'honoured', 'otherwise'],
    ['early', [told(1)], { 5: answer('honoured', 'A') }, 'honoured', 'near'],
    ['too early', [told(1)], { 2: answer('honoured', 'A') }, 'honoured', 'otherwise'],
    ['of another', [told(1)], { 8: answer('honoured', 'C') }, 'honoured', 'otherwise'],
    ['where no answer is recorded', [fact('war', 'A B', 8, 9)], { 8: answer('honoured', 'A') }, 'honoured', undefined],
  ])('%s', (_, history, script, kind, expected) => {
    expect(markIn(history, script, kind, old)).toBe(expected);
  });
});

it('marks nothing else, and nothing at all without a record', () => {
  const run = runOf({ 3: pact(0, 1), 5: end }, { history: [fact('allied', 'A B', 3, 5)] });
  expect(eventMarks(run)).toHaveLength(run.events.length);
  expect(eventMarks(runOf({ 3: pact(0, 1) }))).toBeUndefined();
});
