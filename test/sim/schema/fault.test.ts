import { describe, expect, it } from 'vitest';
import { check, checkRun, type Fault, faultSentence } from '../../../sim/check/check.ts';
import { draft } from '../check/three-powers.ts';

const READABLE = 1_200;

const sentences = (outcome: { value: unknown } | { faults: Fault[] }): string[] =>
  'faults' in outcome ? outcome.faults.map(faultSentence) : [];
const refused = (over: object): string[] => sentences(check({ ...draft(), ...over }));

describe('a fault is one line of readable length', () => {
  const long = 'x'.repeat(1_000_000);
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, k) => [`parameter-${k}`, 1]));
  const formula = (contribution: string, parameters: object = {}) => ({
    parameters: { p: 1, ...parameters },
    actors: draft().actors.map((actor) => ({ ...actor, strategy: 'expression', contribution })),
  });
  it.each<[string, object, RegExp]>([
    [
      'a line break that a library repeats',
      formula('\\\n'),
      /contribution: formula does not parse: Syntax error in part/,
    ],
    ['a formula that it repeats', formula(`1 ${'+ 2 '.repeat(200)} )`), /contribution: formula does not parse: /],
    ['a long name in a formula', formula('y'.repeat(900)), /contribution: unknown name "y{37}…" in formula/],
    ['a long function', formula(`${'f'.repeat(900)}(1)`), /function "f{37}…" is not allowed/],
    ['thousands of known names', formula('unheard', many), /\(known: budget, .* and 4994 more\)$/],
    ['a megabyte for a word', { kind: long }, /^kind: expected one of .* got "x{37}…"$/],
    ['a megabyte for a key', { [long]: 1 }, /^\["x{37}…"\]: unknown key/],
    ['a megabyte for a parameter', { title: { parameter: long } }, /^title: unknown parameter "x{37}…"/],
    ['a list for a parameter', { title: { parameter: [[long]] } }, /^title: unknown parameter a list of 1/],
    [
      'a megabyte for a count',
      { actors: [{ id: 'a', name: 'A', copies: long, resources: {} }] },
      /copies: expected .* got "x/,
    ],
    [
      'two lines for a mechanism',
      { mechanisms: { crisis: [{ name: 'a\nb' }] } },
      /unknown mechanism "a\\nb" in phase crisis/,
    ],
    ['two lines for an analysis', { analyses: [{ name: 'a\nb' }] }, /unknown analysis "a\\nb"/],
    [
      'two lines for a field',
      { shocks: [{ ...draft().shocks[0], changes: [{ ...draft().shocks[0]!.changes[0], field: 'a\nb' }] }] },
      /unknown field "a\\nb"/,
    ],
    [
      'keys of two lines',
      { title: { parameter: 'q' }, parameters: { 'a\nb': 1 } },
      /unknown parameter "q" \(known: "a\\nb"\)/,
    ],
  ])('%s', (_, over, expected) => {
    const faults = refused(over);
    expect(faults.some((fault) => expected.test(fault))).toBe(true);
    for (const fault of faults) expect(fault).toMatch(/^[^\n\r\u2028]+$/);
    for (const fault of faults) expect(fault.length).toBeLessThan(READABLE);
  });

  it('whoever wrote the file', () => {
    const run = { format: 'foedus-run/1', engine: `foedus\n\u001b[2J/${'9'.repeat(1_000_000)}` };
    for (const fault of sentences(checkRun(run))) {
      expect(fault).not.toMatch(/\p{Cc}/u);
      expect(fault.length).toBeLessThan(READABLE);
    }
  });

  it('at a path of any depth', () => {
    let deep: unknown = 1;
    for (let k = 0; k < 40; k++) deep = { ['k'.repeat(60)]: deep };
    for (const fault of refused({ mechanisms: { crisis: [{ name: 'attacks', parameters: deep }] } }))
      expect(fault.length).toBeLessThan(READABLE);
  });

  it('and a thousand of them are no more than a page of text each', () => {
    const unknown = Object.fromEntries(Array.from({ length: 2_000 }, (_, k) => [`${k} ${'y'.repeat(500)}`, 1]));
    const faults = refused({ actors: draft().actors.map((actor) => ({ ...actor, ...unknown })) });
    expect(faults).toHaveLength(1_000);
    expect(faults.join('\n').length).toBeLessThan(500_000);
  });
});

describe('an actor that stands for several', () => {
  it.each<[object, string[]]>([
    [
      { name: 'x', resources: { navy: 1 }, copies: 3 },
      ['actors[0].id: missing, expected an id (a letter, then at most 63 letters, digits or "-")'],
    ],
    [
      { id: 5, name: 'x', resources: { navy: 1 }, copies: 3 },
      ['actors[0].id: expected an id (a letter, then at most 63 letters, digits or "-"), got 5'],
    ],
    [
      { id: 'x', resources: { navy: 1 }, copies: 3 },
      ['actors[0].name: missing, expected a text of 1 to 4000 characters'],
    ],
  ])('is refused once for what it lacks: %j', (actor, expected) => {
    expect(refused({ actors: [actor] })).toEqual(expected);
  });
});
