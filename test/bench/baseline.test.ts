import { describe, expect, it } from 'vitest';
import { sharesOf } from '../../bench/baseline/shares.ts';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { accepted } from '../../sim/experiment/run-request.ts';

const treaty = (id: string, members: string[], obligations: string[]) => ({ id, name: id, members, obligations });

/** Three actors and two treaties to which nothing happens, by quarters over the turn of the era. */
const scenario = accepted(
  check({
    format: 'foedus-scenario/1',
    id: 'still',
    title: 'Still',
    kind: 'history',
    summary: '',
    time: { start: -2, ticks: 14, ticksPerYear: 4 },
    resources: [{ id: 'power', name: 'Power', unit: '' }],
    actors: ['A', 'B', 'C'].map((id) => ({ id, name: id, resources: { power: 1 } })),
    treaties: [treaty('arms', ['A', 'B'], ['defence']), treaty('talks', ['B', 'C'], ['consultation'])],
    mechanisms: { crisis: [], govern: [], realign: [] },
    history: {
      spells: {
        complete: { from: -2, to: 5 },
        ties: [],
        omit: [{ who: ['B', 'A'], from: -1, to: -1, why: 'A was no state' }],
      },
    },
  }),
);
const spells = scenario.history.spells!;

describe('the baseline', () => {
  it('has the years of the record that a run covers whole, and none for what is not scored', () => {
    expect(sharesOf(load(scenario), spells, 2)).toEqual({
      years: [-2, -1, 1],
      shares: { 'A|B': [1, null, 1], 'A|C': [0, 0, 0], 'B|C': [0, 0, 0] },
    });
  });

  it('counts every tie where the record does', () => {
    const { shares } = sharesOf(load(scenario), { ...spells, measure: 'any' }, 1);
    expect(shares['B|C']).toEqual([1, 1, 1]);
  });
});
