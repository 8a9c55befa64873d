import { describe, expect, it } from 'vitest';
import type { AllianceRecord } from '../../../sim/history/chronicle.ts';
import { otherEndings, runDifferencesOf } from '../../../viz/branch/run-differences.ts';
import { letterOf } from '../../../viz/run-view/badges.ts';
import { type RunView, toRunView } from '../../../viz/run-view/run-view.ts';
import { toViewBeside } from '../../../viz/run-view/view-beside.ts';
import { replay, setting, TICKS } from './replay-builder.ts';

const told = toRunView({ ...setting, resources: [{ id: 'power', name: 'Power' }] }, replay());

describe('two runs beside each other', () => {
  it('bear the same letter and colour for the same alliance, and new ones what is free', () => {
    const after = replay();
    const [first, ...rest] = after.alliances;
    const made = {
      ...first!,
      id: 'new',
      name: 'New Pact',
      obligations: ['neutrality' as const],
      founded: 5,
      spans: first!.spans.map((span) => ({ ...span, from: 5 })),
    };
    const branch = toViewBeside({ ...after, alliances: [...rest, made] }, told);
    for (const alliance of told.alliances.slice(1)) {
      const again = branch.alliances.find(({ id }) => id === alliance.id)!;
      expect([again.letter, again.hue]).toEqual([alliance.letter, alliance.hue]);
    }
    expect(new Set(branch.alliances.map(({ letter }) => letter)).size).toBe(branch.alliances.length);
    // The letter of what the branch lacks goes to nothing else.
    expect(branch.alliances.find(({ id }) => id === 'new')!.letter).toBe(letterOf(told.alliances.length));
    expect(branch.ticks).toBe(TICKS);
  });

  it('count a pact that was founded in another tick, under another id and by the other proposer, as one', () => {
    const before = replay();
    const later = ({ id, spans, founded, ...one }: AllianceRecord): AllianceRecord => ({
      ...one,
      id: 'RUS-FRA-9',
      name: 'Russian Empire–French Republic alliance',
      founded: founded + 6,
      spans: [...spans].reverse().map((span) => ({ ...span, from: span.from + 6 })),
    });
    const alliances = before.alliances.map((one) => (one.id === 'franco' ? later(one) : one)).reverse();
    const branch = toViewBeside({ ...before, alliances }, told);
    const signs = ({ alliances }: RunView) => alliances.map(({ letter, hue }) => `${letter} ${hue}`);
    expect(signs(branch)).toEqual(signs(told));
    expect(otherEndings(before, { alliances })).toEqual([
      {
        name: 'Franco-Russian Alliance',
        original: { id: 'franco', founded: 55, ended: null, members: ['FRA', 'RUS'] },
        branch: { id: 'RUS-FRA-9', founded: 61, ended: null, members: ['FRA', 'RUS'] },
      },
    ]);
    const same = before.alliances.map((one) => (one.id === 'franco' ? { ...one, id: 'other' } : one));
    const events = before.events.map((event) =>
      'alliance' in event && event.alliance === 'franco' ? { ...event, alliance: 'other' } : event,
    );
    expect(otherEndings(before, { alliances: same })).toEqual([]);
    expect(runDifferencesOf(before, { events, alliances: same })).toBeUndefined();
  });
});
