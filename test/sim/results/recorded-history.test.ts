import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { load } from '../../../sim/engine/load.ts';
import { accepted } from '../../../sim/experiment/run-request.ts';
import { play } from '../../../sim/history/record.ts';
import { type RecordedHistory, recordedHistory } from '../../../sim/results/recorded-history.ts';
import { replay } from '../../../sim/results/replay.ts';
import { treaty } from '../builders.ts';
import { fact, runOf } from '../facts/scripted-run.ts';

const recordOf = (id: string): RecordedHistory => recordedHistory(play(load(accepted(check(histories[id]))), '1'))!;

/** Years since the start; + where the record says no more. */
const spellsOf = ({ spells }: RecordedHistory, ticksPerYear: number): string[] =>
  spells.map(
    ({ who, from, to, open, name }) =>
      `${name ?? '–'}: ${who.join(' ')} ${from / ticksPerYear} to ${to / ticksPerYear}${open ? '+' : ''}`,
  );

describe('the record beside a run', () => {
  it('has the alliances of Europe, the one that goes on as one', () => {
    expect(spellsOf(recordOf('europe-1879-1914'), 4)).toEqual([
      'Cyprus Convention: GBR OTT -0.5 to 1.25',
      'Dual Alliance: GER AUH 0 to 36',
      '–: GER AUH ITA 3.25 to 36',
      '–: AUH ROM 4.75 to 36',
      '–: GER ROM 4.75 to 36',
      '–: FRA RUS 15 to 36',
      '–: GBR JPN 23 to 36',
      '–: GER OTT 35.5 to 36',
    ]);
  });

  it('has the leagues of Greece, and does not say how long two of them lasted', () => {
    expect(spellsOf(recordOf('delian-league'), 1)).toEqual([
      'The Spartans and their allies: SPA COR -27 to 1+',
      'The Greeks sworn against the Mede: SPA ATH COR AEG -3 to 17+',
      'The Athenians and their allies: ATH CHI LES SAM NAX THA BYZ MIL 0 to 74',
      'The Athenians and their allies: AEG 21 to 47',
      '–: SPA PER 66 to 74',
    ]);
  });

  it('has who came to NATO, and the rest as marks in the order of time', () => {
    const { spells, marks } = recordOf('nato');
    expect(spells.map(({ who }) => who.length)).toEqual([8, 2, 1, 1, 2, 2, 1]);
    expect(spells.map(({ to }) => to)).toEqual(Array(7).fill(76));
    expect(marks.map(({ from }) => from)).toEqual(marks.map(({ from }) => from).sort((a, b) => a - b));
    expect(marks.every(({ fact: { kind } }) => kind === 'metric')).toBe(true);
  });

  it('marks every event', () => {
    const run = runOf({}, { history: [fact('allied', 'A B', 3, 5)] });
    expect(recordedHistory(run)!.events).toHaveLength(run.events.length);
  });

  it('is not there where a scenario has none, whatever treaties it begins with', () => {
    const run = runOf({}, { treaties: [treaty('old', ['A', 'B'])] });
    expect(recordedHistory(run)).toBeUndefined();
    expect(replay(run).record).toBeUndefined();
  });
});
