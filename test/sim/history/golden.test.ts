import { describe, expect, it } from 'vitest';
import { histories as scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { digestsOf } from '../../../sim/history/digest-comparison.ts';
import type { History } from '../../../sim/history/history.ts';
import { play } from '../../../sim/history/record.ts';
import type { Event } from '../../../sim/world/event.ts';
import { golden } from '../golden-file.ts';

// What the bundled scenarios come to, kept beside the code: a change of the model shows here as a change of history.
// A deliberate one is taken over with UPDATE_GOLDEN=1 npx vitest run test/sim/history/golden.test.ts

const SEEDS = ['1', '2', 'golden'];
const EVERY = 12;

describe.each(Object.entries(scenarios))('%s', (id, raw) => {
  const checked = check(raw);
  if ('faults' in checked) throw new Error(`${id} has faults`);
  const model = load(checked.value);

  it('comes to the digests it came to', () => {
    golden(`${id}.json`, Object.fromEntries(SEEDS.map((seed) => [`seed ${seed}`, milestones(play(model, seed))])));
  });

  it('has the history it had', () => {
    const history = play(model, SEEDS[0]!);
    expect(history.events.length).toBeGreaterThan(0);
    // A quota is fitted anew so often that it would drown the rest.
    const lines = history.events.filter(({ kind }) => kind !== 'renegotiated').map((event) => line(history, event));
    golden(`${id}.txt`, `${[`${checked.value.title}, seed ${SEEDS[0]}`, ...lines].join('\n')}\n`);
  });
});

/** Digest after every twelfth tick and after the last. */
function milestones(history: History): Record<string, string> {
  const digests = digestsOf(history);
  const ticks = digests.map((_, k) => k + 1).filter((t) => t % EVERY === 0 || t === digests.length);
  return Object.fromEntries(ticks.map((t) => [`after ${t}`, digests[t - 1]!]));
}

/** One event as one line: when, what, who, and how it came out; reasons and chances are the digests’ affair. */
function line({ model }: History, event: Event): string {
  const { tick, by: _, because: __, score: ___, runnerUp: ____, chance: _____, kind, who, ...rest } = event;
  const year = (Math.round(model.yearOf(tick) * 100) / 100).toFixed(2);
  const figures = Object.entries(rest).map(([name, value]) => `${name}=${short(value)}`);
  return [year, kind, who.join(' '), ...figures].filter((part) => part !== '').join('  ');
}

const short = (value: unknown): string =>
  typeof value === 'number' && !Number.isInteger(value) ? value.toPrecision(3) : String(value);
