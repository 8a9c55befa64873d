import { describe, expect, it } from 'vitest';
import { check, faultSentence, setPath, setValue } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { finalDigest } from '../../../sim/history/digest-comparison.ts';
import { play } from '../../../sim/history/record.ts';
import { PHASE_CATALOGUES } from '../../../sim/mechanisms/index.ts';
import { powers } from '../powers.ts';
import { draft } from './three-powers.ts';

/** The paths and values of numbers within parameters. */
const leaves = (parameters: Record<string, unknown> = {}): [string, number][] =>
  Object.entries(parameters).flatMap(([key, value]): [string, number][] => {
    if (typeof value === 'number') return [[key, value]];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return leaves(value as Record<string, unknown>).map(([inner, x]) => [`${key}.${inner}`, x]);
  });

const digestOf = (raw: unknown): string => {
  const checked = check(raw);
  if ('faults' in checked) throw new Error(checked.faults.map(faultSentence).join('\n'));
  return finalDigest(play(load(checked.value), '1'));
};

describe('a value set from outside', () => {
  const set = (path: string, text: string): string | unknown => {
    const outcome = setPath(draft(), path, text);
    if ('fault' in outcome) return faultSentence(outcome.fault);
    const checked = check(outcome.input);
    return 'faults' in checked ? faultSentence(checked.faults[0]!) : checked.value;
  };

  it.each<[string, string, unknown]>([
    ['actors.us.resources.navy', '14', { actors: [{ resources: { navy: 14 } }, {}, {}] }],
    ['actors[1].loyalty', '0.2', { actors: [{}, { loyalty: 0.2 }, {}] }],
    ['actors.1.loyalty', '0.2', { actors: [{}, { loyalty: 0.2 }, {}] }],
    ['actors.you.culture.context', '1', { actors: [{}, { culture: { context: 1 } }, {}] }],
    ['parameters.p', '0.4', { parameters: { p: 0.4 } }],
    ['time.ticks', '50', { time: { ticks: 50 } }],
    ['treaties.pact.monitoring', '0.9', { treaties: [{ monitoring: 0.9 }] }],
    ['title', 'Two powers', { title: 'Two powers' }],
    ['treaties.pact.obligations', '["neutrality"]', { treaties: [{ obligations: ['neutrality'] }] }],
  ])('%s=%s', (path, text, expected) => {
    expect(set(path, text)).toMatchObject(expected as object);
  });

  it.each([
    ['actors.us.resources.navy', 'NaN', 'actors[0].resources.navy: expected a number ≥ 0, got "NaN"'],
    ['actors.us.resources.army', '1', 'actors[0].resources.army: unknown resource "army" (known: navy)'],
    ['actors.usa.loyalty', '1', 'actors.usa: actors has no element "usa" (did you mean "us"?)'],
    ['actors[7].loyalty', '1', 'actors[7]: actors has 3 elements, from 0 on'],
    ['parameters.q', '1', 'parameters.q: unknown parameter "q" (did you mean "p"?)'],
    ['time.tick', '1', 'time.tick: unknown key (did you mean "ticks"?)'],
    ['time.ticks.more', '1', 'time.ticks.more: there is no such path, since time.ticks is 12'],
    ['provenance.first.source', '1', 'provenance.first: there is no such path, since provenance is not there'],
    ['actors.us.__proto__', '{}', 'actors[0].__proto__: the key "__proto__" is reserved'],
    ['dyads.us.mars.hostility', '0.1', 'dyads[1].to: unknown actor "mars" (known: us, you, them)'],
    ['dyads.us.them.hostilty', '0.1', 'dyads[0].hostilty: unknown key (did you mean "hostility"?)'],
    [
      'mechanisms.realign.move.parameters.x',
      '1',
      'mechanisms.realign.move: mechanisms.realign has no element "move" (did you mean "moves"?)',
    ],
    [
      'mechanisms.crisis.honour.parameters.x',
      '1',
      'mechanisms.crisis.honour: mechanisms.crisis has no element "honour" (known: attacks)',
    ],
    [
      'mechanisms.nowhere.moves.parameters.x',
      '1',
      'mechanisms.nowhere.moves: there is no such path, since mechanisms.nowhere is not there',
    ],
    ['', '1', '"" is not a path such as actors.us.loyalty or actors[3].loyalty'],
    ['actors[', '1', '"actors[" is not a path such as actors.us.loyalty or actors[3].loyalty'],
  ])('%s=%s is refused', (path, text, expected) => {
    expect(set(path, text)).toBe(expected);
  });

  const standard = (phase: keyof typeof PHASE_CATALOGUES) => PHASE_CATALOGUES[phase].standard.map(({ name }) => name);

  it.each<[string, string, string, number]>([
    ['mechanisms.realign.moves.parameters.revolt', 'realign', 'moves', 0.9],
    ['mechanisms.crisis.attacks.parameters.invented', 'crisis', 'attacks', 0.9],
  ])('%s is written beside the phase’s other mechanisms', (path, phase, name, value) => {
    const outcome = setValue(draft(), path, value);
    const list = (outcome as { input: { mechanisms: Record<string, { name: string; parameters?: object }[]> } }).input
      .mechanisms[phase]!;
    expect(list.find((one) => one.name === name)!.parameters).toEqual({ [path.split('.').at(-1)!]: value });
    const names = phase in draft().mechanisms ? [name] : standard(phase as 'realign');
    expect(list.map((one) => one.name)).toEqual(names);
  });

  it('a mechanism with its defaults written out runs as the one that is not named', () => {
    for (const [phase, { standard: list }] of Object.entries(PHASE_CATALOGUES))
      for (const mechanism of list) {
        const raw = { ...draft(), mechanisms: undefined };
        const defaults = mechanism.params.safeParse({}).data as Record<string, unknown> | undefined;
        const [first] = leaves(defaults);
        if (!first) continue;
        const [key, value] = first;
        const outcome = setValue(raw, `mechanisms.${phase}.${mechanism.name}.parameters.${key}`, value);
        const digest = digestOf((outcome as { input: unknown }).input);
        expect(digest, `${phase}.${mechanism.name}.${key}`).toBe(digestOf(raw));
      }
  });

  it('a dyad with a default written out is as it was', () => {
    const raw = powers(5, 40);
    const outcome = setValue(raw, 'dyads.P0.P1.hostility', 0.2);
    expect(digestOf((outcome as { input: unknown }).input)).toBe(digestOf(raw));
  });

  it('makes a run another', () => {
    const raw = powers(5, 40);
    const outcome = setValue(raw, 'dyads.P0.P1.hostility', 1);
    expect(digestOf((outcome as { input: unknown }).input)).not.toBe(digestOf(raw));
  });

  it.each<[string, number, unknown]>([
    ['dyads.us.them.hostility', 0.1, [{ from: 'us', to: 'them', hostility: 0.1 }]],
    ['dyads.us.them.proximity', 0.2, [{ from: 'us', to: 'them', hostility: 0.8, proximity: 0.2 }]],
    ['dyads.them.us.hostility', 0.1, [{ from: 'us', to: 'them', hostility: 0.1 }]],
    ['dyads[0].hostility', 0.1, [{ from: 'us', to: 'them', hostility: 0.1 }]],
    ['dyads.0.hostility', 0.1, [{ from: 'us', to: 'them', hostility: 0.1 }]],
  ])('%s=%j names the dyad from the first to the second', (path, value, dyads) => {
    expect(setValue(draft(), path, value)).toMatchObject({ input: { dyads } });
  });

  const one = { from: 'us', to: 'them' };
  const back = { from: 'them', to: 'us' };
  const apart = { mutual: false };
  it.each<[string, object[], string, object[]]>([
    [
      'a mutual one, from either side',
      [{ ...one, hostility: 1 }],
      'dyads.them.us.hostility',
      [{ ...one, hostility: 0.5 }],
    ],
    [
      'one direction',
      [{ ...one, ...apart, relational: 1 }],
      'dyads.us.them.hostility',
      [{ ...one, ...apart, relational: 1, hostility: 0.5 }],
    ],
    [
      'the direction that has it',
      [one, { ...one, ...apart, hostility: 1 }],
      'dyads.us.them.hostility',
      [one, { ...one, ...apart, hostility: 0.5 }],
    ],
    [
      'a new direction, where the other is apart',
      [{ ...one, ...apart, hostility: 1 }],
      'dyads.them.us.hostility',
      [
        { ...one, ...apart, hostility: 1 },
        { ...back, ...apart, hostility: 0.5 },
      ],
    ],
    [
      'a new direction beside a mutual one, where the other is apart',
      [one, { ...one, ...apart, hostility: 1 }],
      'dyads.them.us.hostility',
      [one, { ...one, ...apart, hostility: 1 }, { ...back, ...apart, hostility: 0.5 }],
    ],
    [
      'proximity, which has no direction',
      [{ ...one, ...apart, proximity: 1 }],
      'dyads.them.us.proximity',
      [{ ...one, ...apart, proximity: 0.5 }],
    ],
    ['a new one of the pair', [], 'dyads.them.us.hostility', [{ ...back, hostility: 0.5 }]],
  ])('a path to a dyad finds %s', (_, dyads, path, after) => {
    const { input } = setValue({ ...draft(), dyads }, path, 0.5) as { input: { dyads: unknown } };
    expect(input.dyads).toEqual(after);
    expect(check(input)).toHaveProperty('value');
  });

  it('begins the list of dyads where there is none', () => {
    const { dyads: _, ...without } = draft();
    expect(setValue(without, 'dyads.us.you.hostility', 0.3)).toMatchObject({
      input: { dyads: [{ from: 'us', to: 'you', hostility: 0.3 }] },
    });
  });

  it.each<[string, unknown]>([
    ['title', '1.5'],
    ['title', 'true'],
    ['parameters.p', 0.25],
    ['treaties.pact.obligations', ['neutrality']],
  ])('%s takes the value %j as it is', (path, value) => {
    const outcome = setValue(draft(), path, value);
    const steps = path.split('.');
    const found = steps.reduce<unknown>(
      (here, step) => (Array.isArray(here) ? here[0] : (here as Record<string, unknown>)[step]),
      (outcome as { input: unknown }).input,
    );
    expect(found).toEqual(value);
  });

  it('leaves the input as it was', () => {
    const before = draft();
    setPath(before, 'actors.us.loyalty', '0.1');
    expect(before).toEqual(draft());
  });
});
