import { expect, it } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { predictionOutcomes } from '../../../sim/experiment/prediction-outcomes.ts';
import { play } from '../../../sim/history/record.ts';
import { summarise } from '../../../sim/results/summary.ts';
import { without } from '../builders.ts';
import { classOfFive, classroom } from '../class-of-five.ts';

const asked = (formula: string) => ({ ...classroom(), predictions: [{ id: 'it', question: 'Will it?', formula }] });

it('a prediction comes true by the fact that it names, as the record is judged', () => {
  const hostile = { dyads: [{ from: 'Alba', to: 'Elba', hostility: 1, proximity: 1 }] };
  const outcome = (seed: string) => {
    const history = play(load(classOfFive(hostile)), seed);
    const fought = history.events.some(
      ({ kind, who }) => kind === 'attacked' && (who.includes('Alba') || who.includes('Elba')),
    );
    return { fought, war: predictionOutcomes(history).find(({ id }) => id === 'war')?.cameTrue };
  };
  const outcomes = Array.from({ length: 40 }, (_, k) => outcome(String(k)));
  expect(outcomes.filter(({ war }) => war).length).toBeGreaterThan(0);
  expect(outcomes.filter(({ fought, war }) => war && !fought)).toEqual([]);
  const still = play(load(classOfFive({ ...hostile, mechanisms: without('crisis') })), '1');
  expect(predictionOutcomes(still).find(({ id }) => id === 'war')?.cameTrue).toBe(false);
});

it.each([
  ['alliances > 0', true],
  ['alliances == 0', false],
  ['left > 0', false],
  ['left / left', false],
])('a prediction comes true by a formula over the metrics at the end: %s is %s', (formula, cameTrue) => {
  const history = play(load(classOfFive({ classroom: asked(formula), mechanisms: without('realign', 'govern') })), '1');
  expect(summarise(history).metrics).toMatchObject({ alliances: 1, left: 0 });
  expect(predictionOutcomes(history)).toEqual([{ id: 'it', cameTrue }]);
});

it('nothing is answered where nothing is asked', () => {
  const { classroom: _, ...plain } = classOfFive();
  expect(predictionOutcomes(play(load(plain), '1'))).toEqual([]);
});
