import { scenarios } from '../../scenarios/index.ts';

/** What a file may hold where anyone may have changed it. */
export interface RawScenario {
  [key: string]: unknown;
  time: { ticks: unknown };
  actors: { resources: Record<string, unknown> }[];
  treaties: { members: unknown[] }[];
  shocks: { changes: { amount: unknown }[] }[];
}

export const rawEurope = (): RawScenario => JSON.parse(JSON.stringify(scenarios['europe-1879-1914']));
