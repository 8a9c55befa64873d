import { describe, expect, it } from 'vitest';
import { check, faultSentence, setPath } from '../../../sim/check/check.ts';
import { draft } from './three-powers.ts';

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
    ['', '1', '"" is not a path such as actors.us.loyalty or actors[3].loyalty'],
    ['actors[', '1', '"actors[" is not a path such as actors.us.loyalty or actors[3].loyalty'],
  ])('%s=%s is refused', (path, text, expected) => {
    expect(set(path, text)).toBe(expected);
  });

  it('leaves the input as it was', () => {
    const before = draft();
    setPath(before, 'actors.us.loyalty', '0.1');
    expect(before).toEqual(draft());
  });
});
