import { describe, expect, it } from 'vitest';
import { eventDifferences } from '../../cli/event-differences.ts';
import { histories } from '../../scenarios/index.ts';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import type { History } from '../../sim/history/history.ts';
import { play } from '../../sim/history/record.ts';
import { foeOf, isAnswer } from '../../sim/world/event.ts';

const checked = check(histories['delian-league']);
if ('faults' in checked) throw new Error('a bundled scenario is at fault');
const of = load(checked.value);
const runs = ['1', '2', '3', '7'].map((seed) => play(of, seed));
const without = (history: History, gone: (event: History['events'][number]) => boolean): History => ({
  ...history,
  events: history.events.filter((event) => !gone(event)),
});

describe('the events that only one of two runs has', () => {
  it('say of a call who called, on either side', () => {
    const clauses = new Set<string>();
    for (const run of runs)
      for (const answer of run.events.filter(isAnswer)) {
        const told = eventDifferences(
          run,
          without(run, (event) => event === answer),
          answer.tick,
        );
        const { kind, who, alliance, caller, clause } = answer;
        expect(`${told.join('\n')}\n`).toContain(
          `only A  ${kind}  ${who[0]}  ${alliance}  called by ${caller}  against ${foeOf(answer)}\n`,
        );
        clauses.add(clause);
      }
    expect([...clauses].sort()).toEqual(['defence', 'offence']);
  });

  it('are none where one pact bears two ids', () => {
    const [run] = runs as [History];
    const { alliance } = run.events.find((event) => event.kind === 'founded')!;
    const anew = (id: string): string => (id === alliance ? 'X-Y-99' : id);
    const renamed: History = {
      ...run,
      events: run.events.map((event) =>
        'alliance' in event && event.alliance ? { ...event, alliance: anew(event.alliance) } : event,
      ),
      chronicle: {
        ...run.chronicle,
        alliances: run.chronicle.alliances.map((record) => ({ ...record, id: anew(record.id) })),
      },
    };
    expect(eventDifferences(run, renamed, 0)).toEqual(['No event differs, only numbers']);
  });
});
