import { provenanceNotesOf, type Rule, speaker } from './provenance.ts';

/** Where the number of a stock is from: the figure of a year in a record, or that of the start. */
export interface StockSource {
  rule: Rule | undefined;
  /** Of the record’s figure; undefined for that of the start. */
  year: number | undefined;
  /** That figure, in the scenario’s unit; undefined where the scenario does not write it out. */
  figure: number | undefined;
}

/**
 * The source of what an actor has of a resource at the end of a tick. A recorded stock takes the figure of a year at the end of the
 * tick before that year; one without a record has only its start.
 */
export function stockSource(scenario: unknown, actor: string, resource: string, tick: number): StockSource {
  const { provenance } = provenanceNotesOf(scenario);
  const { capabilities, time, actors } = Object(scenario) as Record<string, unknown>;
  const { start, ticksPerYear } = Object(time) as { start?: unknown; ticksPerYear?: unknown };
  for (const [k, series] of listOf(capabilities).entries()) {
    const { resource: of, years, values } = Object(series) as Record<string, unknown>;
    const own: unknown = Reflect.get(Object(values), actor);
    if (of !== resource || !areNumbers(own) || !areNumbers(years) || !isNumber(start) || !isNumber(ticksPerYear))
      continue;
    // The same rounding as the engine’s.
    const place = years.findLastIndex((year, y) => y === 0 || Math.round((year - start) * ticksPerYear) - 1 <= tick);
    if (own[place] === undefined) continue;
    const path = ['capabilities', String(k), 'values', actor, String(place)];
    return { rule: speaker(provenance, path), year: years[place], figure: own[place] };
  }
  const written = listOf(actors).find((one) => Object(one).id === actor);
  const figure: unknown = Reflect.get(Object(Object(written).resources), resource);
  return {
    rule: speaker(provenance, ['actors', actor, 'resources', resource]),
    year: undefined,
    figure: isNumber(figure) ? figure : undefined,
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isNumber = (value: unknown): value is number => typeof value === 'number';
const areNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every(isNumber);
