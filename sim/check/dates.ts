import { isInYearZero, isWithoutCalendar } from '../schema/calendar.ts';
import type { Path, ReportFault } from '../schema/fault.ts';
import type { Scenario } from '../schema/scenario.ts';

/** No start and no date lies in the year 0, unless the years of the scenario are only counted. */
export function checkDates(scenario: Scenario, at: Path, report: ReportFault): void {
  if (isWithoutCalendar(scenario)) return;
  const { time, actors, shocks, history, capabilities } = scenario;
  const check = (date: number | undefined, path: Path): void => {
    if (date !== undefined && isInYearZero(date))
      report(
        [...at, ...path],
        `there is no year 0: expected a year from 1 on, or one below 0 (-1 is 1 BCE), got ${date}`,
      );
  };
  check(time.start, ['time', 'start']);
  actors.forEach(({ existence = [] }, k) => {
    existence.forEach(({ from, to }, s) => {
      check(from, ['actors', k, 'existence', s, 'from']);
      check(to, ['actors', k, 'existence', s, 'to']);
    });
  });
  shocks.forEach((shock, k) => {
    check(shock.at, ['shocks', k, 'at']);
  });
  const { facts, spells } = history;
  const checkYears = ({ from, to }: { from: number; to: number | null }, path: Path): void => {
    check(from, [...path, 'from']);
    check(to ?? undefined, [...path, 'to']);
  };
  facts.forEach((fact, k) => {
    checkYears(fact, ['history', 'facts', k]);
  });
  if (spells) checkYears(spells.complete, ['history', 'spells', 'complete']);
  for (const key of ['ties', 'omit'] as const)
    spells?.[key]?.forEach((entry, k) => {
      checkYears(entry, ['history', 'spells', key, k]);
    });
  capabilities.forEach(({ years }, k) => {
    years.forEach((year, y) => {
      check(year, ['capabilities', k, 'years', y]);
    });
  });
}
