import { describe, expect, it } from 'vitest';
import { runReport } from '../../cli/report.ts';
import { histories } from '../../scenarios/index.ts';
import { check } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { play } from '../../sim/history/record.ts';

function reportOf(id: string, seed: string): string[] {
  const checked = check(histories[id]);
  if ('faults' in checked) throw new Error(`${id} has faults`);
  return runReport(play(load(checked.value), seed));
}

describe('the readable report of a run', () => {
  it('calls alliances as people do, with the id by which interventions name them', () => {
    const lines = reportOf('europe-1879-1914', '7');
    expect(lines.find((line) => line.includes('Dual Alliance'))).toMatch(
      /^1879 – +Dual Alliance +dual-alliance +GER, AUH/,
    );
    expect(lines.find((line) => line.includes('GER-ROM-10'))).toMatch(
      /^1904 – +German-Romanian Alliance +GER-ROM-10 +GER, ROM/,
    );
    expect(lines.find((line) => line.includes('SRB-RUS-11'))).toMatch(
      /^1906 – +Russia–Serbia alliance +SRB-RUS-11 +SRB, RUS/,
    );
  });

  it('tells the first of very many settings without effect, and how many more there are', () => {
    const checked = check(histories.nato);
    if ('faults' in checked) throw new Error('nato has faults');
    const again = { kind: 'set', tick: 3, path: 'actors.USA.loyalty', value: 0.5 } as const;
    const lines = runReport(
      play(
        load(checked.value),
        '1',
        Array.from({ length: 500 }, () => again),
      ),
    );
    expect(lines.length).toBeLessThan(100);
    expect(lines).toContain('and 488 more');
  });
});
