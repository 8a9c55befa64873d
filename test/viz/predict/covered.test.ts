import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { askedOf, createPredictions, isCovered } from '../../../viz/predict/predict-state.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import type { RunSlice } from '../../../viz/store/run.ts';
import { createSession } from '../../../workers/session.ts';

const MODELS = Object.keys(scenarios).filter((id) => id.startsWith('classics/'));
const runOf = async (id: string) =>
  toRunView(scenarios[id] as ScenarioView, await createSession().run({ scenario: scenarios[id], seed: '1' }));
/** A run that somebody chose from the list. */
const chosen = { attempt: signal(1), given: signal(null) } as unknown as RunSlice;
/** A run that came with a link or a file. */
const sent = { attempt: signal(1), given: signal({}) } as unknown as RunSlice;

describe.each(MODELS)('%s', (id) => {
  it('opens at its start, and if it runs through time with what is to come covered', async () => {
    const run = await runOf(id);
    expect(run.opening).toBe(0);
    const predictions = createPredictions();
    expect(isCovered(predictions, chosen, run)).toBe(!run.timeless);
    expect(isCovered(predictions, sent, run)).toBe(false);
  });

  it('is uncovered when the answer is there or the question waved away', async () => {
    const run = await runOf(id);
    const answered = createPredictions();
    const asked = askedOf(run);
    if (asked) answered.put(run, { kind: asked.kind, choice: asked.choices[0]!, revealed: asked.kind !== 'lever' });
    expect(isCovered(answered, chosen, run)).toBe(false);
    const declined = createPredictions();
    declined.declined.value = new Set([run.scenario.id]);
    expect(isCovered(declined, chosen, run)).toBe(false);
  });
});
