import { describe, expect, it } from 'vitest';
import type { DebriefEvent, DecisionRow, WorldView } from '../../../classroom/protocol/message.ts';
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
    expect(firstDecision(worlds)).toEqual({ round: 2, date: 1910, actors: ['C'] });
    expect(firstDecision([worlds[0]!, worlds[0]!])).toBeUndefined();
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
