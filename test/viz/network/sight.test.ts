import { describe, expect, it } from 'vitest';
import type { Box } from '../../../viz/network/labels.ts';
import { spreadOver, standing } from '../../../viz/network/scene.ts';
import { CLEAR, sightOf } from '../../../viz/network/sight.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { placesOf } from '../../workers/layout-builder.ts';
import { replay, setting } from '../run-view/replay-builder.ts';

const edges = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

describe('what lies over the ground', () => {
  const tools = edges(20, 64, 480, 96);
  it.each([
    ['over it', edges(0, 56, 960, 256), edges(0, 56, 960, 256), 0, { x: 0, y: 0, width: 486, height: 46 }],
    ['over a part of it', edges(0, 16, 960, 256), edges(0, 56, 960, 256), 40, { x: 0, y: 0, width: 486, height: 86 }],
    ['above it', edges(0, 110, 390, 500), edges(0, 110, 390, 500), 0, CLEAR.tools],
    ['beside it', edges(490, 56, 960, 256), edges(490, 56, 960, 256), 0, CLEAR.tools],
  ])('is hidden, or under buttons that are %s', (_, ground, stage, hidden, box) => {
    expect(sightOf(ground, stage, tools)).toEqual({ hidden, tools: box });
  });
});

describe('names and plates', () => {
  const run = toRunView(setting, replay());
  const size = { width: 1_000, height: 400 };
  const at = spreadOver(placesOf(replay()), size);
  const boxes = (sight = CLEAR): Box[] => {
    const { nodes, outlines } = standing(run, at, size, 120, sight);
    return [...nodes, ...outlines].map(({ label }) => label);
  };
  const meet = (a: Box, b: Box): boolean =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

  it('keep clear of the buttons, and stand where they stood if nothing is in their way', () => {
    const free = boxes();
    for (const corner of free) {
      const tools = { x: 0, y: 0, width: 470, height: 46 };
      expect(boxes({ hidden: 0, tools }).filter((box) => meet(box, tools))).toEqual([]);
      // A button as large as one of them, in its own place.
      const own = { ...corner, width: corner.width - 1, height: corner.height - 1 };
      expect(boxes({ hidden: 0, tools: own }).filter((box) => meet(box, own))).toEqual([]);
    }
    expect(boxes({ hidden: 0, tools: { x: 0, y: 0, width: 2, height: 2 } })).toEqual(free);
  });

  it('stand in no strip that cannot be seen', () => {
    const top = Math.min(...boxes().map(({ y }) => y));
    expect(top).toBeLessThan(90);
    for (const { y } of boxes({ ...CLEAR, hidden: 90 })) expect(y).toBeGreaterThanOrEqual(90);
  });
});
