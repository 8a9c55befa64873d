import { describe, expect, it } from 'vitest';
import { happened } from '../../../sim/facts/facts.ts';
import { admit, dissolve, expel, leave, split } from '../../../sim/world/membership.ts';
import { treaty } from '../builders.ts';
import { end, entente, fact, inOld, old, pact, runOf, type Script } from './scripted-run.ts';

describe('allied from year 5 to year 15, give or take two years, were A and B', () => {
  const given = fact('allied', 'A B', 5, 15, { tolerance: 2 });

  it.each<[string, Script, boolean]>([
    ['who allied on the day and stayed so', { 5: pact(0, 1) }, true],
    ['who allied two years late', { 7: pact(0, 1) }, true],
    ['but not three years late', { 8: pact(0, 1) }, false],
    ['who allied two years early', { 3: pact(0, 1) }, true],
    ['but not three years early', { 2: pact(0, 1) }, false],
    ['who parted two years before the end', { 5: pact(0, 1), 13: end }, true],
    ['but not three years before it', { 5: pact(0, 1), 12: end }, false],
    ['who parted for a year and made up', { 5: pact(0, 1), 8: end, 9: pact(0, 1) }, true],
    ['but not if they were apart for most of it', { 5: pact(0, 1), 6: end, 12: pact(0, 1) }, false],
    ['who stayed allied long after', { 6: pact(0, 1) }, true],
    ['within a larger alliance', { 5: pact(0, 1, 2) }, true],
    ['but not by consultation alone', { 5: entente(0, 1) }, false],
    ['nor with others', { 5: pact(0, 2), 6: pact(1, 2) }, false],
    ['nor in a quiet world', {}, false],
  ])('%s', (_, script, expected) => {
    expect(happened(given, runOf(script))).toBe(expected);
  });

  it('who were allied already when the run began, if they still were on the day', () => {
    expect(happened(given, runOf({}, old))).toBe(true);
    expect(happened(given, runOf({ 4: end }, old))).toBe(false);
    expect(happened(given, runOf({ 4: end, 6: pact(0, 1) }, old))).toBe(true);
  });

  it('asks it of every pair', () => {
    const three = fact('allied', 'A B C', 5, 15, { tolerance: 2 });
    expect(happened(three, runOf({ 5: pact(0, 1), 6: pact(1, 2) }))).toBe(false);
    expect(happened(three, runOf({ 5: pact(0, 1), 6: pact(1, 2), 7: pact(0, 2) }))).toBe(true);
  });

  it('takes spokes of a hub for no allies of each other', () => {
    const hub = { treaties: [treaty('old', ['A', 'B', 'C'], { structure: 'hub', leader: 'C' })] };
    expect(happened(given, runOf({}, hub))).toBe(false);
    expect(happened(fact('allied', 'A C', 5, 15), runOf({}, hub))).toBe(true);
  });
});

describe('member of an alliance from year 5 to year 15 was D', () => {
  const given = fact('member', 'D', 5, 15, { alliance: 'old', tolerance: 2 });
  const enter = inOld((world, context, alliance) => admit(world, context, alliance, 3));
  const exit = inOld((world, context, alliance) => leave(world, context, alliance, 3));

  it.each<[string, Script, boolean]>([
    ['who came and stayed', { 6: enter }, true],
    ['but not who came too late', { 9: enter }, false],
    ['nor who soon went', { 5: enter, 7: exit }, false],
    ['nor who made another treaty', { 5: pact(3, 0) }, false],
  ])('%s', (_, script, expected) => {
    expect(happened(given, runOf(script, old))).toBe(expected);
  });

  it('or, where no alliance is named, any in which all of them were', () => {
    expect(happened(fact('member', 'D A', 5, 15), runOf({ 5: entente(3, 0) }, old))).toBe(true);
    expect(happened(fact('member', 'D A', 5, 15), runOf({ 5: entente(3, 1) }, old))).toBe(false);
  });
});

describe('left an alliance in year 10, give or take a year, had A', () => {
  const given = fact('left', 'A', 10, 11, { alliance: 'old', tolerance: 1 });
  const exit = inOld((world, context, alliance) => leave(world, context, alliance, 0));

  it.each<[string, Script, boolean]>([
    ['who left', { 10: exit }, true],
    ['who left a year early', { 9: exit }, true],
    ['who left a year late', { 11: exit }, true],
    ['but not two years early', { 8: exit }, false],
    ['nor two years late', { 12: exit }, false],
    [
      'who went off with another',
      { 10: inOld((world, context, of) => void split(world, context, of, [0, 1], 'new')) },
      true,
    ],
    ['who let it lapse', { 10: inOld((world, context, of) => dissolve(world, context, of, 'lapsed')) }, true],
    ['but not who was put out', { 10: inOld((world, context, of) => expel(world, context, of, 0)) }, false],
    [
      'nor who was left alone in it',
      {
        9: inOld((w, context, of) => leave(w, context, of, 1)),
        10: inOld((w, context, of) => leave(w, context, of, 2)),
      },
      false,
    ],
    [
      'nor who left another',
      { 3: pact(0, 3), 10: (world, context) => leave(world, context, world.alliances[1]!, 0) },
      false,
    ],
  ])('%s', (_, script, expected) => {
    expect(happened(given, runOf(script, old))).toBe(expected);
  });

  it('and B, only if both did', () => {
    const both = fact('left', 'A B', 10, 11, { alliance: 'old', tolerance: 1 });
    const other = inOld((world, context, alliance) => leave(world, context, alliance, 1));
    expect(happened(both, runOf({ 10: exit }, old))).toBe(false);
    expect(happened(both, runOf({ 10: exit, 11: other }, old))).toBe(true);
  });
});
