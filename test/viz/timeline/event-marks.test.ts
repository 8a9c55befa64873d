import { expect, it } from 'vitest';
import type { Event } from '../../../sim/world/event.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { eventSignsOf } from '../../../viz/timeline/event-marks.tsx';
import { axisOf } from '../../../viz/ui/measure.ts';
import { replay, setting } from '../run-view/replay-builder.ts';

const founded: Event = {
  tick: 10,
  by: 'moves',
  kind: 'founded',
  alliance: 'dual',
  name: 'Dual Alliance',
  who: ['GER', 'AUH'],
  purpose: 'defensive',
  obligations: ['defence'],
  because: [],
};
const attacked: Event = { tick: 10, by: 'attacks', kind: 'attacked', who: ['AUH'], victim: 'SRB', because: [] };
const shock: Event = { tick: 10, by: 'scheduled-shocks', kind: 'shock', shock: 's', name: 'S', who: [], because: [] };

it.each([
  [[founded, attacked], 'war'],
  [[attacked, founded], 'war'],
  [[shock, founded], 'forms'],
  [[shock, founded, attacked], 'war'],
])('of what falls together war is shown before all else (%#)', (events, glyph) => {
  const run = toRunView(setting, { ...replay(), events });
  expect(eventSignsOf(run, axisOf(1_000, run.ticks, 100))).toEqual([{ tick: 10, glyph }]);
});
