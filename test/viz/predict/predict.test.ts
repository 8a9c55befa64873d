import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { declaredIn } from '../../../viz/predict/predict-state.ts';
import { changeOf, figureOf, questionsOf, settledQuestionOf } from '../../../viz/predict/predictions.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { createSession } from '../../../workers/session.ts';

const storyOf = async (scenario: unknown, seed: string) =>
  toRunView(scenario as ScenarioView, await createSession().run({ scenario, seed }));
const HISTORIES = ['europe-1879-1914', 'delian-league', 'nato'];

describe.each(HISTORIES)('questions on %s', (id) => {
  it.each(['1', '2', '3'])('have two to four answers, the right one among them, with seed %s', async (seed) => {
    const run = await storyOf(scenarios[id], seed);
    const questions = questionsOf(run);
    expect(questions.length).toBeGreaterThan(1);
    for (const { choices, answer } of questions) {
      expect(choices.length).toBeGreaterThanOrEqual(2);
      expect(choices.length).toBeLessThanOrEqual(4);
      expect(new Set(choices).size).toBe(choices.length);
      expect(choices).toContain(answer);
    }
  });

  it('are answered as the chronicle tells it', async () => {
    const { replay, ...run } = await storyOf(scenarios[id], '1');
    for (const question of questionsOf({ replay, ...run })) {
      if (question.kind === 'count' || question.kind === 'trend') continue;
      const record = replay.alliances.find(({ id: own }) => own === question.alliance.id)!;
      if (question.kind === 'stands') expect(question.answer).toBe(record.ended === null ? 'yes' : 'no');
      else {
        const ended = record.ended ?? Infinity;
        const first = Math.min(...record.spans.map(({ to }) => to ?? Infinity).filter((to) => to < ended));
        expect(question.at ?? Infinity).toBe(first);
        if (question.answer === 'nobody') continue;
        const who = replay.actors[Number(question.answer.slice(6))]!.id;
        expect(record.spans).toContainEqual(expect.objectContaining({ actor: who, to: first }));
      }
    }
  });
});

it('which question is asked does not hang on how the run ends', async () => {
  const kinds = await Promise.all(
    ['1', '2', '3', '4'].map(async (seed) => questionsOf(await storyOf(scenarios.nato, seed)).map(({ kind }) => kind)),
  );
  for (const one of kinds) expect(one).toEqual(kinds[0]);
});

describe('a wager on a model', () => {
  const models = Object.keys(scenarios).filter((id) => id.startsWith('classics/'));

  it('is there for most models, and stays within the lever’s range', () => {
    const wagers = models
      .map((id) => settledQuestionOf(declaredIn(scenarios[id]), id))
      .filter((wager) => wager !== undefined);
    expect(wagers.length).toBeGreaterThan(models.length / 2);
    for (const { control, to } of wagers) {
      expect(to).not.toBe(control.value);
      expect(to).toBeGreaterThanOrEqual(control.min);
      expect(to).toBeLessThanOrEqual(control.max);
      if (control.whole) expect(Number.isInteger(to)).toBe(true);
    }
  });

  it.each(['classics/triads', 'classics/glove', 'classics/repeated'])('can be tried out: %s', async (id) => {
    const session = createSession();
    const wager = settledQuestionOf(declaredIn(scenarios[id]), id)!;
    const before = await session.run({ scenario: scenarios[id], seed: '1' });
    const scenario = await session.withParameters(scenarios[id], { [wager.control.key]: wager.to });
    const after = await session.run({ scenario, seed: '1' });
    const figures = [figureOf({ replay: before }), figureOf({ replay: after })];
    // The glove game’s answer is a list for each owner: no one figure says it all, and none is asked about.
    for (const figure of figures) if (figure) expect(Number.isFinite(figure.value)).toBe(true);
    expect(figures[0]?.key).toBe(figures[1]?.key);
  });

  it.each([
    [1, 1.2, 'rises'],
    [1, 0.8, 'falls'],
    [1, 1.01, 'stays'],
    [0, 0, 'stays'],
    [-1, -2, 'falls'],
    [0, 0.001, 'rises'],
  ] as const)('from %d to %d: it %s', (before, after, change) => {
    expect(changeOf(before, after)).toBe(change);
  });

  it('is none where a scenario declares no number', () => {
    expect(settledQuestionOf(declaredIn({ parameters: { expost: 0 } }), 'x')).toBeUndefined();
    expect(settledQuestionOf(declaredIn(scenarios['classics/airport']), 'x')).toBeUndefined();
    expect(declaredIn(undefined)).toEqual([]);
  });
});
