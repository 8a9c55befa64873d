import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { begin, start, tick } from '../../../sim/engine/run.ts';
import type { Occasion } from '../../../sim/model/occasion.ts';
import type { Event } from '../../../sim/world/event.ts';
import { digest } from '../../../sim/world/state-digest.ts';

// Who listens for the occasions of a run hears of them before their events, and changes nothing.

function runOf(id: string, listen?: (occasion: Occasion) => void, log?: (event: Event) => void): string[] {
  const checked = check(scenarios[id]);
  if ('faults' in checked) throw new Error(`${id} has faults`);
  const model = load(checked.value);
  const world = start(model);
  const run = begin(model, '7', [], log, listen);
  return Array.from({ length: 60 }, () => {
    tick(run, world);
    return digest(world).join();
  });
}

describe.each(['europe-1879-1914', 'delian-league'])('the occasions of a run: %s', (id) => {
  it('are heard without a trace', () => {
    const heard: Occasion[] = [];
    expect(runOf(id, (occasion) => heard.push(occasion))).toEqual(runOf(id));
    expect(new Set(heard.map(({ kind }) => kind)).size).toBeGreaterThan(5);
  });

  it('come before what is decided on them', () => {
    const order: string[] = [];
    const note = (what: string): number => order.push(what);
    runOf(
      id,
      ({ kind, who }) => note(`${kind} ${who[0]}`),
      ({ kind, who, ...event }) => {
        if (kind === 'attacked') {
          expect(order).toContain(`exposure ${Reflect.get(event, 'victim')}`);
          expect(order.at(-1)).toBe(`menace ${who[0]}`);
        }
        if (kind === 'notice') expect(order).toContain(`deliberation ${who[0]}`);
      },
    );
  });
});
