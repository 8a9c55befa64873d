import type { AllianceRecord } from '../history/chronicle.ts';

/** Ids of those who were in an alliance from its first tick. */
export const foundersOf = ({ founded, spans }: Pick<AllianceRecord, 'founded' | 'spans'>): string[] => [
  ...new Set(spans.filter(({ from }) => from === founded).map(({ actor }) => actor)),
];
