import { describe, expect, it } from 'vitest';
import { scenarios } from '../../scenarios/index.ts';
import { check, checkPlaced } from '../../sim/check/check.ts';
import { classFaults } from '../../sim/check/classroom.ts';
import { load } from '../../sim/engine/load.ts';
import { predictionOutcomes } from '../../sim/experiment/prediction-outcomes.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { secretOf, withSecrets } from '../../sim/experiment/secrets.ts';
import { play } from '../../sim/history/record.ts';

const played = Object.entries(scenarios)
  .map(([id, raw]) => [id, accepted(check(raw))] as const)
  .filter(([, { classroom }]) => classroom);

describe.each(played)('a class that plays %s', (_, scenario) => {
  const classroom = scenario.classroom!;
  const last = classroom.rounds.at(-1)!;
  const ticks = last.from + last.ticks;

  it('has rounds without a gap from the start on, within its time', () => {
    expect(classFaults(scenario)).toEqual([]);
    let next = 0;
    for (const { from, ticks: length } of classroom.rounds) {
      expect(from).toBe(next);
      next = from + length;
    }
  });

  it('lets players contribute, come and go, vote, answer calls and offer each other treaties', () => {
    expect([...classroom.decisions].sort()).toEqual(
      ['contribute', 'honour', 'join', 'leave', 'renege', 'sign', 'vote'].sort(),
    );
  });

  it('has an interest for every seat, none of them the same as another', () => {
    expect(Object.keys(classroom.secrets).sort()).toEqual([...classroom.seats].sort());
    for (const alternatives of Object.values(classroom.secrets)) {
      const positions = alternatives.map((secret) => JSON.stringify(secret.positions));
      expect(new Set(positions).size).toBe(positions.length);
    }
  });

  it('finds that every card changes something, in any round', () => {
    for (const { shock } of classroom.cards)
      for (const { from } of classroom.rounds) {
        const placed = accepted(checkPlaced([{ kind: 'shock', tick: from, shock }], scenario, ticks));
        const { events } = play(load(scenario), '1', placed, { ticks: from + 1 });
        const struck = events.flatMap((event) => (event.kind === 'intervention' ? [event.noEffect] : []));
        expect([shock.id, from, struck]).toEqual([shock.id, from, [undefined]]);
      }
  });

  it('can play any interests that are drawn, and gets an answer to every prediction', () => {
    for (const seed of ['1', '2', '3']) {
      const own = withSecrets(scenario, seed);
      expect(accepted(check(own))).toEqual(own);
      for (const id of classroom.seats) expect(classroom.secrets[id]).toContain(secretOf(scenario, seed, id));
      const answers = predictionOutcomes(play(load(own), seed, [], { ticks }));
      expect(answers.map(({ id }) => id)).toEqual(classroom.predictions.map(({ id }) => id));
    }
  });
});
