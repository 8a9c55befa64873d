import { describe, expect, it } from 'vitest';
import type { DebriefEvent, DecisionRow, SignedTerms, WorldView } from '../../../classroom/protocol/debrief-file.ts';
import { firstDecision, firstSeen } from '../../../viz/classroom/worlds-parting.ts';

const decision = (tick: number, actor: string, act: string, value: number | null = null): DecisionRow => ({
  round: 1 + Math.floor(tick / 10),
  tick,
  date: 1900 + tick,
  actor,
  by: 'Amber Fox',
  as: 'player',
  act,
  about: '',
  value,
  terms: null,
  outcome: '',
  botRate: null,
  bot: '',
});
const event = (tick: number, kind: string, who: string[]): DebriefEvent => ({
  event: tick,
  tick,
  date: 1900 + tick,
  kind,
  who,
  about: {},
});
const world = (decisions: DecisionRow[], events: DebriefEvent[]): WorldView => ({
  code: 'ABCD',
  decisions,
  events,
  rounds: [],
});

describe('parallel worlds', () => {
  it('part at the first decision that is not the same in all, whoever took it and in whatever order', () => {
    const same = [decision(0, 'A', 'contribute', 0.1), decision(0, 'B', 'leave')];
    const worlds = [
      world([...same, decision(10, 'A', 'join'), decision(10, 'C', 'contribute', 0.2)], []),
      world([...same.toReversed(), decision(10, 'C', 'contribute', 0.3), decision(10, 'A', 'join')], []),
      world([...same, decision(10, 'A', 'join'), decision(20, 'B', 'join')], []),
    ];
    expect(firstDecision(worlds)).toEqual({
      round: 2,
      date: 1910,
      actors: ['C'],
      decisions: [[decision(10, 'C', 'contribute', 0.2)], [decision(10, 'C', 'contribute', 0.3)], []],
    });
    expect(firstDecision([worlds[0]!, worlds[0]!])).toBeUndefined();
  });

  it('part at texts that differ in a clause or a quota only', () => {
    const text = (clauses: SignedTerms['clauses'], quotas: SignedTerms['quotas']): DecisionRow => ({
      ...decision(0, 'A', 'sign'),
      about: 'A B',
      terms: { alliance: null, obligations: clauses.obligations ?? ['defence'], clauses, quotas, shares: {} },
    });
    const apart = (...rows: DecisionRow[]) => firstDecision(rows.map((row) => world([row], [])))?.decisions;
    const plain = text({}, { A: 1, B: 2 });
    expect(apart(plain, text({}, { B: 2, A: 1 }))).toBeUndefined();
    const neutral = text({ obligations: ['neutrality'] }, { A: 1, B: 2 });
    expect(apart(plain, neutral)).toEqual([[plain], [neutral]]);
    const dearer = text({}, { A: 1, B: 3 });
    expect(apart(plain, dearer, plain)).toEqual([[plain], [dearer], [plain]]);
  });

  it('are told apart by what happens, each with what did not happen in all', () => {
    const shared = event(3, 'shock', []);
    const worlds = [
      world([], [shared, event(5, 'joined', ['A']), event(5, 'left', ['B'])]),
      world([], [shared, event(5, 'left', ['B'])]),
    ];
    expect(firstSeen(worlds)).toEqual({ date: 1905, events: [[event(5, 'joined', ['A'])], []] });
    expect(firstSeen([worlds[1]!, worlds[1]!])).toBeUndefined();
  });
});
