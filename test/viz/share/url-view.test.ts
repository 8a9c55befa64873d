import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import type { RunView } from '../../../viz/run-view/run-view.ts';
import { applyView, viewPart } from '../../../viz/share/url-view.ts';
import { createSlices, type Slices } from '../../../viz/shell/slices.tsx';
import { engineOf } from '../store/session-builder.ts';

// What of a run is looked at goes with its link.

let slices: Slices;
let run: RunView;
beforeAll(async () => {
  slices = createSlices(engineOf(scenarios));
  await slices.run.start('delian-league', '7');
  run = slices.run.shown.value!;
});
beforeEach(() => {
  slices.panels.view.value = 'network';
  slices.selection.chosen.value = undefined;
});
const shown = () => [slices.panels.view.value, slices.selection.chosen.value];

describe('what is looked at', () => {
  it('goes unsaid where it is what the run opens with', () => {
    expect(viewPart(slices, run)).toBe('');
  });

  it.each([['#s=delian-league&seed=7&t=30'], ['#~1.abc&t=30']])('comes back behind %s', (address) => {
    const thasos = run.actors.findIndex(({ id }) => id === 'THA');
    const league = run.alliances[0]!.id;
    for (const pose of [
      ['table', undefined],
      ['matrix', thasos],
      ['network', league],
    ] as const) {
      [slices.panels.view.value, slices.selection.chosen.value] = pose;
      const part = viewPart(slices, run);
      [slices.panels.view.value, slices.selection.chosen.value] = ['network', undefined];
      applyView(slices, address + part);
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
    for (const address of ['#s=delian-league', '#~1.abc', '#~1.abc&t=3']) applyView(slices, address + part);
    expect(shown()).toEqual(['network', undefined]);
  });
});
