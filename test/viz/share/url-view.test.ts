import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import type { RunView } from '../../../viz/run-view/run-view.ts';
import { applyView, viewPart } from '../../../viz/share/url-view.ts';
import { createState, type State } from '../../../viz/store/state.ts';
import { createSession } from '../../../workers/session.ts';
import { libraryOf } from '../store/library-builder.ts';

// What of a run is looked at goes with its link.

const session = createSession();
let state: State;
let run: RunView;
beforeAll(async () => {
  state = createState({
    ...libraryOf(scenarios),
    run: (given, seed) => session.run({ ...given, seed }),
    places: session.layout,
    frame: session.frame,
    runFile: session.runFile,
    save: session.save,
  });
  await state.start('delian-league', '7');
  run = state.run.value!;
});
beforeEach(() => {
  state.view.value = 'network';
  state.chosen.value = undefined;
});
const shown = () => [state.view.value, state.chosen.value];

describe('what is looked at', () => {
  it('goes unsaid where it is what the run opens with', () => {
    expect(viewPart(state, run)).toBe('');
  });

  it.each([['#s=delian-league&seed=7&t=30'], ['#~1.abc&t=30']])('comes back behind %s', (address) => {
    const thasos = run.actors.findIndex(({ id }) => id === 'THA');
    const league = run.alliances[0]!.id;
    for (const pose of [
      ['table', undefined],
      ['matrix', thasos],
      ['network', league],
    ] as const) {
      [state.view.value, state.chosen.value] = pose;
      const part = viewPart(state, run);
      [state.view.value, state.chosen.value] = ['network', undefined];
      applyView(state, address + part);
      expect(shown()).toEqual(pose);
    }
  });

  it.each([
    ['a view there is not', '&view=map'],
    ['a chart that the run has not', '&view=chart'],
    ['a reserved name', '&view=constructor&actor=__proto__&alliance=toString'],
    ['an actor of another run', '&actor=NATO'],
    ['rubbish', '&view=%E0%A4%A&actor=%00&&&='],
    ['nothing', ''],
  ])('is passed over where it is %s', (_, part) => {
    for (const address of ['#s=delian-league', '#~1.abc', '#~1.abc&t=3']) applyView(state, address + part);
    expect(shown()).toEqual(['network', undefined]);
  });
});
