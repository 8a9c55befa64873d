import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { histories as scenarios } from '../../scenarios/index.ts';
import { editorSchema, sweepSchema } from '../../scripts/editor-schema.ts';
import { load } from '../../sim/engine/load.ts';
import { Scenario } from '../../sim/schema/scenario.ts';
import { before, fits, numbers, speaker } from '../viz/details/provenance.ts';

const folder = new URL('../../scenarios/', import.meta.url);
const OTHERS = ['schema.json', 'seeds.json', 'sweep.schema.json'];
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !OTHERS.includes(name));

it('lists every scenario file under its own id', () => {
  expect(
    Object.keys(scenarios)
      .map((id) => `${id}.json`)
      .sort(),
  ).toEqual(files.sort());
  for (const [id, scenario] of Object.entries(scenarios))
    expect(scenario).toMatchObject({ id, format: 'foedus-scenario/1' });
});

it.each([
  ['schema.json', editorSchema],
  ['sweep.schema.json', sweepSchema],
])('keeps the editors’ %s in step with the engine’s', (name, schema) => {
  const saved = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const current = schema();
  expect(JSON.stringify(saved), 'run: npm run schema').toBe(JSON.stringify(current));
});

describe.each(Object.entries(scenarios))('%s', (_, raw) => {
  const scenario = Scenario.parse(raw);
  const { time, actors, treaties, threats, shocks } = scenario;
  const history = scenario.history.facts;
  const [start, end] = [time.start, time.start + time.ticks / time.ticksPerYear];
  const ids = (list: readonly { id: string }[]) => list.map((one) => one.id);
  const known = {
    actors: ids(actors),
    axes: ids(scenario.interests),
    resources: ids(scenario.resources),
    treaties: ids(treaties),
    threats: ids(threats),
  };
  const unknown = (named: readonly string[], among: readonly string[]) => named.filter((id) => !among.includes(id));

  it('says where each of its numbers comes from, and how sure that is', () => {
    const mute = [...numbers(raw)]
      .filter(({ path }) => path[0] !== 'history' && !speaker(scenario.provenance, path))
      .map(({ path }) => path.join('.'));
    expect(mute).toEqual([]);
  });

  it('has no rule about numbers that is idle or said twice', () => {
    const spoken = new Set([...numbers(raw)].map(({ path }) => speaker(scenario.provenance, path)?.path));
    expect(scenario.provenance.map((rule) => rule.path).filter((path) => !spoken.has(path))).toEqual([]);
    expect(new Set(scenario.provenance.map((rule) => rule.path)).size).toBe(scenario.provenance.length);
  });

  it('names only actors, axes, resources, treaties and threats that it declares', () => {
    const actorsNamed = [
      ...scenario.dyads.flatMap((dyad) => [dyad.from, dyad.to]),
      ...treaties.flatMap((treaty) => [...treaty.members, ...(treaty.leader ? [treaty.leader] : [])]),
      ...threats.flatMap((threat) => [...Object.keys(threat.hostility), ...Object.keys(threat.proximity)]),
      ...scenario.capabilities.flatMap((series) => Object.keys(series.values)),
      ...history.flatMap((fact) => fact.who),
    ];
    expect(unknown(actorsNamed, known.actors)).toEqual([]);
    for (const actor of actors) {
      expect(unknown([...Object.keys(actor.position), ...Object.keys(actor.salience)], known.axes)).toEqual([]);
      expect(unknown(Object.keys(actor.resources), known.resources)).toEqual([]);
    }
    expect(
      unknown(
        scenario.capabilities.map((series) => series.resource),
        known.resources,
      ),
    ).toEqual([]);
    expect(
      unknown(
        history.flatMap((fact) => fact.alliance ?? []),
        known.treaties,
      ),
    ).toEqual([]);
  });

  it('gives no id twice', () => {
    for (const list of [actors, treaties, threats, [...shocks, ...history], scenario.interests, scenario.resources]) {
      expect(new Set(ids(list)).size).toBe(list.length);
    }
  });

  it('loads: every change it makes strikes something that exists', () => {
    expect(() => load(scenario)).not.toThrow();
  });

  it('strikes and remembers only within its span', () => {
    expect(shocks.filter(({ at }) => at !== undefined && !(at >= start && at < end)).map((shock) => shock.id)).toEqual(
      [],
    );
    const outside = history.filter(({ from, to }) => !(start <= from && from <= to && to <= end));
    expect(outside.map((fact) => fact.id)).toEqual([]);
  });

  it('has one figure a year, in order, for each actor of a series, and starts from the first', () => {
    for (const { resource, years, values } of scenario.capabilities) {
      expect(years).toEqual(years.map((_, i) => years[0]! + i));
      for (const [actor, series] of Object.entries(values)) {
        expect([actor, series.length]).toEqual([actor, years.length]);
        expect(actors.find((one) => one.id === actor)?.resources[resource]).toBe(series[0]);
      }
    }
  });

  it('puts no act that the model is to produce among its inputs', () => {
    for (const fact of history) {
      if (fact.kind !== 'allied' && fact.kind !== 'member') continue;
      const meant = treaties.filter((treaty) => !fact.alliance || treaty.id === fact.alliance);
      const given = meant.filter((treaty) => {
        const arms = treaty.obligations.some((owed) => owed === 'defence' || owed === 'offence');
        const bound = fact.who.every((actor) => treaty.members.includes(actor)) && (arms || fact.kind === 'member');
        const over = treaty.term === null ? end : start - treaty.age + treaty.term;
        // One that the record has a member leave before is no longer given.
        const leavings = history.filter(
          ({ kind, alliance, who }) =>
            kind === 'left' && alliance === treaty.id && who.some((actor) => fact.who.includes(actor)),
        );
        return bound && fact.from < Math.min(over, ...leavings.map(({ from }) => from));
      });
      expect(given.map((treaty) => `${fact.id}: ${treaty.id}`)).toEqual([]);
    }
    for (const fact of history.filter(({ kind }) => kind === 'left')) {
      const treaty = treaties.find(({ id }) => id === fact.alliance);
      expect(unknown(fact.who, treaty?.members ?? fact.who)).toEqual([]);
    }
  });

  it('teaches: a summary, three questions, caveats', () => {
    expect(scenario.summary.split(/[.?!]\s/).length).toBeGreaterThanOrEqual(2);
    expect(scenario.questions).toHaveLength(3);
    expect(scenario.caveats.length).toBeGreaterThan(0);
  });
});

describe('a rule of provenance', () => {
  it.each([
    ['time.**', 'time.start', true],
    ['time.**', 'time', false],
    ['actors.*.position.**', 'actors.GER.position.world', true],
    ['actors.*', 'actors.GER.autonomy', false],
    ['*.*.autonomy', 'actors.GER.autonomy', true],
    ['dyads.*.hostility', 'dyads.0.proximity', false],
  ])('%s and the number at %s: %s', (pattern, path, answer) => {
    expect(fits(pattern, path.split('.'))).toBe(answer);
  });

  it('gives way to a longer one, then to one that names more, then to one that ends', () => {
    const rules = ['**', 'a.**', 'a.*', 'a.b', 'a.*.c', 'a.b.**', 'a.*.**', '*.b'];
    expect([...rules].sort(before)).toEqual(['a.*.c', 'a.b', 'a.b.**', 'a.*', 'a.*.**', '*.b', 'a.**', '**']);
  });

  it('reads elements of a list by their id, or by index when they have none', () => {
    const value = { list: [{ id: 'x', n: 1 }, { n: 2 }, 3] };
    expect([...numbers(value)].map(({ path }) => path.join('.'))).toEqual(['list.x.n', 'list.1.n', 'list.2']);
  });
});
