import { describe, expect, it } from 'vitest';
import { check, faultSentence } from '../../../sim/check/check.ts';
import { change, draft, faultsWith } from './three-powers.ts';

describe('a scenario is refused in one sentence that says what, where and what instead', () => {
  const table: [string, unknown, string][] = [
    ['actors.2.resources.navy', 'many', 'actors[2].resources.navy: expected a number ≥ 0, got "many"'],
    ['actors.2.resources.navy', -1, 'actors[2].resources.navy: expected a number ≥ 0, got -1'],
    ['actors.2.resources.navy', Number.NaN, 'actors[2].resources.navy: expected a number ≥ 0, got NaN'],
    ['actors.2.resources', undefined, 'actors[2].resources: missing, expected an object'],
    ['actors.0.loyalty', 1.5, 'actors[0].loyalty: expected a number from 0 to 1, got 1.5'],
    ['actors.0.valuation', 0, 'actors[0].valuation: expected a number > 0, got 0'],
    ['actors.0.loyality', 0.5, 'actors[0].loyality: unknown key (did you mean "loyalty"?)'],
    [
      'actors.0.strategy',
      'freerider',
      'actors[0].strategy: expected one of "best-response", "conditional", "unconditional", "free-rider", "expression", got "freerider" (did you mean "free-rider"?)',
    ],
    [
      'actors.0.strategy',
      'expression',
      'actors[0].contribution: missing, expected a formula, since the strategy is "expression"',
    ],
    [
      'actors.0.id',
      'a b',
      'actors[0].id: expected an id (a letter, then at most 63 letters, digits or "-"), got "a b"',
    ],
    ['actors.0.id', 'constructor', 'actors[0].id: this name is reserved: "constructor"'],
    ['actors.1.id', 'us', 'actors[1].id: "us" already names actors[0]'],
    ['actors', [], 'actors: expected a list of 1 to 2000, got a list of 0'],
    ['actors', 'x'.repeat(100), `actors: expected a list of 1 to 2000, got "${'x'.repeat(37)}…"`],
    ['actors.0.resources.army', 1, 'actors[0].resources.army: unknown resource "army" (known: navy)'],
    ['actors.0.position.seas', 1, 'actors[0].position.seas: unknown interest axis "seas" (did you mean "sea"?)'],
    [
      'format',
      'foedus-scenario/2',
      'format: expected "foedus-scenario/1", got "foedus-scenario/2" (did you mean "foedus-scenario/1"?)',
    ],
    ['time.ticks', 1.5, 'time.ticks: expected a whole number from 0 to 100000, got 1.5'],
    ['time.ticks', 1e9, 'time.ticks: expected a whole number from 0 to 100000, got 1000000000'],
    // Of what a parameter may be, an object means the described one: it is said what that lacks.
    ['parameters.p', { value: 1, describe: 'p', min: 0 }, 'parameters.p.max: missing, expected a number'],
    [
      'parameters.a b',
      1,
      'parameters["a b"]: expected an id (a letter, then letters, digits or "-"), got the key "a b"',
    ],
    ['dyads.0.to', 'us', 'dyads[0]: "us" is on both sides of a dyad'],
    ['dyads.0.from', 'nobody', 'dyads[0].from: unknown actor "nobody" (known: us, you, them)'],
    ['treaties.0.members', ['us'], 'treaties[0].members: expected a list of at least 2, got a list of 1'],
    ['treaties.0.members', ['us', 'us'], 'treaties[0].members[1]: "us" is named twice'],
    ['treaties.0.leader', 'them', 'treaties[0].leader: "them" is not a member (known: us, you)'],
    ['threats.0.id', 'us', 'threats[0].id: "us" already names an actor'],
    ['threats.0.hostility.thme', 0.5, 'threats[0].hostility.thme: unknown actor "thme" (known: us, you, them)'],
    ['shocks.0.at', 1899, 'shocks[0].at: expected a date within the run, from 1900 on, got 1899'],
    [
      'shocks.0.at',
      undefined,
      'shocks[0]: expected "at", the date of a dated shock, or "hazard", the yearly probability of a random one, got neither',
    ],
    [
      'shocks.0.hazard',
      0.1,
      'shocks[0].hazard: a shock is dated or random: expected either "at" or "hazard", got both',
    ],
    [
      'shocks.0.changes',
      change({ amount: '1 +' }),
      'shocks[0].changes[0].amount: formula does not parse: Unexpected end of expression (char 4)',
    ],
    [
      'shocks.0.changes',
      change({ amount: 'sin(1)' }),
      'shocks[0].changes[0].amount: function "sin" is not allowed in a formula (abs, sqrt, exp, log, floor, ceil, round, sign, min, max, pow, clamp)',
    ],
    [
      'shocks.0.changes',
      change({ amount: 'constructor' }),
      'shocks[0].changes[0].amount: unknown name "constructor" in formula (known: value, strength, budget, effort, threat, year, p)',
    ],
    [
      'shocks.0.changes',
      change({ amount: true }),
      'shocks[0].changes[0].amount: expected a number or a formula of at most 1000 characters, got true',
    ],
    [
      'shocks.0.changes',
      change({ amount: '('.repeat(10_000) }),
      `shocks[0].changes[0].amount: expected a number or a formula of at most 1000 characters, got "${'('.repeat(37)}…"`,
    ],
    [
      'shocks.0.changes',
      change({ amount: '('.repeat(500) }),
      'shocks[0].changes[0].amount: formula nested deeper than 60',
    ],
    ['shocks.0.changes', change({ field: 'resources.army' }), 'shocks[0].changes[0].field: unknown resource "army"'],
    ['shocks.0.changes', change({ field: 'mood' }), 'shocks[0].changes[0].field: unknown field "mood" of an actor'],
    [
      'shocks.0.changes',
      change({ target: { actors: ['us', 'thm'] } }),
      'shocks[0].changes[0].target.actors[1]: unknown actor "thm" (did you mean "them"?)',
    ],
    [
      'shocks.0.changes',
      change({ target: { actors: ['us', 5] } }),
      'shocks[0].changes[0].target.actors[1]: expected an id (a letter, then at most 63 letters, digits or "-"), got 5',
    ],
    [
      'shocks.0.changes',
      change({ target: { actors: 5 } }),
      'shocks[0].changes[0].target.actors: expected "all" or a list of at least 1, got 5',
    ],
    [
      'shocks.0.changes',
      change({ target: { actor: ['us'] } }),
      'shocks[0].changes[0].target: expected an object with one of "actors", "dyads", "among", "alliances", "threats", got an object',
    ],
    [
      'shocks.0.changes',
      change({ target: { alliances: ['pct'] }, field: 'formality' }),
      'shocks[0].changes[0].target.alliances[0]: unknown treaty "pct" (did you mean "pact"?)',
    ],
    ['capabilities.0.values.them', [4], 'capabilities[0].values.them: expected 2 values, one a year, got 1'],
    ['capabilities.0.years', [1901, 1900], 'capabilities[0].years[1]: expected a year after 1901, got 1900'],
    [
      'mechanisms.crisis',
      [{ name: 'atacks' }],
      'mechanisms.crisis[0].name: unknown mechanism "atacks" in phase crisis (did you mean "attacks"?)',
    ],
    [
      'mechanisms.crisis',
      [{ name: 'attacks', parameters: { x: 1 } }],
      'mechanisms.crisis[0].parameters.x: unknown key',
    ],
    ['mechanisms.crises', [], 'mechanisms.crises: unknown key (did you mean "crisis"?)'],
    ['history.0.who', ['us', 'mars'], 'history[0].who[1]: unknown actor "mars" (known: us, you, them)'],
  ];
  for (const [path, value, expected] of table) {
    it(expected, () => {
      const [first] = faultsWith(path, value);
      // What a mechanism knows may grow; the sentence's beginning may not change.
      expect(first?.slice(0, expected.length)).toBe(expected);
    });
  }

  it('all at once, in the order of the file', () => {
    const bad = { ...draft(), id: '?', title: 5, extra: 1 };
    bad.actors[1]!.resources.navy = -1;
    const outcome = check(bad);
    expect('faults' in outcome && outcome.faults.map(({ path }) => path)).toEqual([
      'id',
      'title',
      'actors[1].resources.navy',
      'extra',
    ]);
  });

  it.each([
    [5, 'expected an object, got 5'],
    [null, 'expected an object, got null'],
    [[], 'expected an object, got a list of 0'],
    [undefined, 'missing, expected an object'],
  ])('%j is not even an object', (input, expected) => {
    const outcome = check(input);
    expect('faults' in outcome && outcome.faults.map(faultSentence)).toEqual([expected]);
  });
});

describe('exclusive treaties', () => {
  it('bind nobody twice from the start', () => {
    const second = { id: 'league', name: 'League', purpose: 'defensive', members: ['you', 'them'], exclusive: true };
    expect(faultsWith('treaties', [...draft().treaties, second])).toEqual([
      'treaties[1].exclusive: "you" is also a member of the defensive treaty "pact"',
    ]);
  });
});
