import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  check,
  checkedSeed,
  checkPlaced,
  checkRun,
  faultSentence,
  parseJson,
  setPath,
} from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { ENGINE } from '../../../sim/engine/version.ts';
import { play } from '../../../sim/history/record.ts';
import { runFile, verification } from '../../../sim/results/run-file.ts';
import { canonical } from '../../../sim/schema/canonical.ts';

/** Three powers, a treaty, a threat and one of each thing that can be named wrongly. */
const draft = () => ({
  format: 'foedus-scenario/1',
  id: 'three-powers',
  title: 'Three powers',
  kind: 'laboratory',
  summary: '',
  time: { start: 1900, ticks: 12, ticksPerYear: 4 },
  resources: [{ id: 'navy', name: 'Navy', unit: 'ships' }],
  interests: [{ id: 'sea', name: 'The sea', low: 'open', high: 'closed' }],
  actors: [
    { id: 'us', name: 'We', resources: { navy: 3 }, position: { sea: 0.5 } },
    { id: 'you', name: 'You', resources: { navy: 2 } },
    { id: 'them', name: 'They', resources: { navy: 4 } },
  ],
  dyads: [{ from: 'us', to: 'them', hostility: 0.8 }],
  treaties: [{ id: 'pact', name: 'Pact', purpose: 'defensive', members: ['us', 'you'] }],
  threats: [{ id: 'storm', name: 'Storm', strength: 1, hostility: { us: 0.1 } }],
  shocks: [
    {
      id: 'launch',
      name: 'A fleet is launched',
      family: 'power',
      at: 1901,
      changes: [{ target: { actors: ['us'] }, field: 'resources.navy', operation: 'scale', amount: '1 + p' }],
    },
  ],
  capabilities: [{ resource: 'navy', years: [1900, 1901], values: { them: [4, 5] } }],
  parameters: { p: 0.5 },
  mechanisms: { crisis: [{ name: 'attacks', parameters: {} }] } as Record<string, unknown>,
  history: [
    { id: 'war', kind: 'war', who: ['us', 'them'], from: 1901, to: 1902, source: 'none', confidence: 'estimate' },
  ],
});

/** The sentences about the draft with one value changed; undefined removes it. */
function faultsWith(path: string, value: unknown): string[] {
  const scenario = draft();
  const steps = path.split('.');
  const last = steps.pop() as string;
  const home = steps.reduce((at, step) => (at as Record<string, unknown>)[step], scenario as unknown);
  (home as Record<string, unknown>)[last] = value;
  const outcome = check(scenario);
  return 'faults' in outcome ? outcome.faults.map(faultSentence) : [];
}

const scenario = () => {
  const outcome = check(draft());
  if ('faults' in outcome) throw new Error(outcome.faults.map(faultSentence).join('\n'));
  return outcome.value;
};

const change = (over: object) => [{ ...draft().shocks[0]!.changes[0], ...over }];

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

describe('JSON that means harm', () => {
  const faultsOf = (text: string) => {
    const parsed = parseJson(text);
    const outcome = 'faults' in parsed ? parsed : check(parsed.value);
    return 'faults' in outcome ? outcome.faults.map(faultSentence) : [];
  };
  const table: [string, string][] = [
    ['', 'empty, expected JSON'],
    [' \n', 'empty, expected JSON'],
    ['{"__proto__": {"actors": 1}}', 'the key "__proto__" is reserved'],
    ['{"actors": [{"constructor": 1}]}', 'actors[0].constructor: the key "constructor" is reserved'],
    ['['.repeat(10_000) + ']'.repeat(10_000), '[0]: nested deeper than 48 levels'],
    [
      `{"actors":[${Array(1_500_000).fill('{}').join()},${Array(600_000).fill('{}').join()}]}`,
      'more than 2000000 lists',
    ],
  ];
  for (const [text, expected] of table) {
    it(`${text.trim().slice(0, 30)}: ${expected}`, () => {
      expect(faultsOf(text)[0]).toContain(expected);
    });
  }

  it('names the line of what is not JSON', () => {
    expect(faultsOf('{\n  "a": 1,\n  b\n}')[0]).toMatch(/^not JSON: .*\(line 3, column 3\)$/);
  });

  it('is answered in seconds, whatever it repeats', () => {
    const ids = Array.from({ length: 300_000 }, (_, k) => `P${k}`);
    const actors = ids.slice(0, 2_000).map((id) => ({ id, name: id, resources: { navy: 1 } }));
    const everyone = {
      id: 'x',
      name: 'X',
      family: 'power',
      at: 1900,
      changes: change({ target: { among: 'all' }, field: 'hostility' }),
    };
    const repeat = (entry: object, count: number) =>
      Array.from({ length: count }, (_, k) => ({ ...entry, id: `x${k}` }));
    for (const over of [
      { treaties: [{ ...draft().treaties[0], members: ids }] },
      { treaties: [{ ...draft().treaties[0], members: Array(300_000).fill('us') }] },
      { treaties: repeat({ ...draft().treaties[0], exclusive: true }, 4_000) },
      { actors, shocks: repeat(everyone, 4_000) },
      { shocks: [{ ...everyone, changes: Array(50_000).fill(everyone.changes[0]) }] },
    ]) {
      const outcome = check({ ...draft(), ...over });
      expect('faults' in outcome && outcome.faults.length).toBeGreaterThan(0);
    }
  });

  it('tells of a thousand faults at most, quickly', () => {
    const outcome = check({ ...draft(), dyads: Array(300_000).fill({ z: 1 }) });
    expect('faults' in outcome && outcome.faults.length).toBe(1_000);
  });
});

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

describe('interventions', () => {
  it.each<[object, string]>([
    [
      { kind: 'sett' },
      '[0].kind: expected one of "shock", "set", "cancel", "decide", got "sett" (did you mean "set"?)',
    ],
    [
      { kind: 'set', tick: 12, path: 'parameters.p', value: 1 },
      '[0].tick: expected a tick of the run, before 12, got 12',
    ],
    [{ kind: 'set', tick: 1, path: 'parameters.q', value: 1 }, '[0].path: unknown parameter "q"'],
    [{ kind: 'set', tick: 1, path: 'parameters.p', value: '1' }, '[0].value: expected a number, got "1"'],
    [
      { kind: 'set', tick: -1, path: 'parameters.p', value: 1 },
      '[0].tick: expected a whole number from 0 to 100000, got -1',
    ],
    [{ kind: 'cancel', tick: 1, what: 'shock', id: 'lunch' }, '[0].id: unknown shock "lunch" (did you mean "launch"?)'],
    [
      { kind: 'decide', tick: 1, actor: 'mars', choice: { act: 'leave', alliance: 'x' } },
      '[0].actor: unknown actor "mars" (known: us, you, them)',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'contribute', rate: 2 } },
      '[0].choice.rate: expected a number from 0 to 1, got 2',
    ],
    [
      { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'propose', to: 'us' } },
      '[0].choice.to: "us" is the actor that decides: expected another actor',
    ],
  ])('%j', (intervention, expected) => {
    const outcome = checkPlaced([intervention], scenario());
    expect('faults' in outcome && faultSentence(outcome.faults[0]!)).toBe(expected);
  });

  it('may name an alliance that is not founded yet', () => {
    const leave = { kind: 'decide', tick: 1, actor: 'us', choice: { act: 'leave', alliance: 'us-them-4' } };
    expect(checkPlaced([leave], scenario())).toEqual({ value: [leave] });
  });
});

describe('a seed', () => {
  it.each(['1', 'Sarajevo 1914', '東'])('may be %s', (seed) => {
    expect(checkedSeed(seed)).toEqual({ value: seed });
  });
  it.each([
    ['empty', ''],
    ['two lines', 'a\nb'],
    ['long', 'x'.repeat(201)],
    ['a number', 5],
    ['missing', undefined],
  ])('may not be %s', (_, seed) => {
    expect(checkedSeed(seed)).toEqual({
      faults: [{ path: 'seed', message: 'expected a text of 1 to 200 characters on one line' }],
    });
  });
});

describe('the name of a scenario by its content', () => {
  it('does not depend on the order of keys', () => {
    expect(canonical({ b: [1, { d: null, c: -0 }], a: undefined, A: 'é' })).toBe('{"A":"é","b":[1,{"c":0,"d":null}]}');
  });

  it('takes minus zero for zero, since no file can tell them apart', () => {
    const outcome = check({ ...draft(), parameters: { p: -0 } });
    expect('value' in outcome && Object.is(outcome.value.parameters.p, 0)).toBe(true);
  });
});

describe('a saved run', () => {
  const history = play(load(scenario()), 'Sarajevo', [
    { kind: 'set', tick: 5, path: 'actors.us.autonomy', value: 0.1 },
  ]);
  const saved = () => JSON.parse(JSON.stringify(runFile(history)));

  function again(run: unknown) {
    const outcome = checkRun(run);
    if ('faults' in outcome) return outcome.faults.map(faultSentence);
    const { scenario, seed, interventions, ticks } = outcome.value;
    return verification(outcome.value, play(load(scenario), seed, interventions, { ticks }));
  }

  it('is identical when run again', () => {
    expect(again(saved())).toEqual({ notice: null, identical: true, tick: null, findings: [] });
  });

  it.each<[string, (run: ReturnType<typeof runFile>) => void, number | null, RegExp]>([
    [
      'digest',
      (run) => (run.digests[7] = '0123456789abcdef'),
      7,
      /^digests\[7\]: the file says 0123456789abcdef, this run /,
    ],
    ['digest that is not there', (run) => run.digests.pop(), 11, /^digests\[11\]: the file says nothing, this run /],
    ['seed', (run) => (run.seed = 'Vienna'), 0, /result\.seed: the file says "Sarajevo", this run "Vienna"/],
    [
      'number of the scenario',
      (run) => (run.scenario.actors[0]!.loyalty = 0.51),
      0,
      /scenario: changed since the run was saved/,
    ],
    [
      'word of the scenario',
      (run) => (run.scenario.title = 'Four'),
      null,
      /^scenario: changed since the run was saved/,
    ],
    [
      'intervention',
      (run) => ((run.interventions[0] as { value: number }).value = 0.2),
      5,
      /result\.interventions\[0\]\.value: the file says 0\.1, this run 0\.2/,
    ],
    [
      'result',
      (run) => ((run.result as { metrics: Record<string, number> }).metrics.attacks = 99),
      null,
      /^result\.metrics\.attacks: the file says 99, this run \d/,
    ],
    ['hash', (run) => (run.scenarioHash = ''), null, /the file says ""$/m],
  ])('with another %s says so', (_, edit, tick, finding) => {
    const run = saved();
    edit(run);
    const verdict = again(run);
    if (Array.isArray(verdict)) throw new Error(verdict.join('\n'));
    expect(verdict.identical).toBe(false);
    expect(verdict.tick).toBe(tick);
    expect(verdict.findings.join('\n')).toMatch(finding);
  });

  it('by another engine says so before the verdict', () => {
    expect(again({ ...saved(), engine: 'foedus/0.0.1' })).toEqual({
      notice: `The file was written by "foedus/0.0.1"; this is ${ENGINE}.`,
      identical: true,
      tick: null,
      findings: [],
    });
    expect(again({ ...saved(), engine: 'foedus/9.0.0', luck: 1 })).toEqual([
      `luck: unknown key (known: format, engine, scenario, scenarioHash, seed, interventions, ticks, foreignMechanisms, digests, result) (the file was written by foedus/9.0.0, this is ${ENGINE})`,
    ]);
  });
});

it('the engine is named after the package', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  expect(ENGINE).toBe(`foedus/${version}`);
});
