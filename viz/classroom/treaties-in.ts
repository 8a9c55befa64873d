import type { DebriefEvent } from '../../classroom/protocol/debrief-file.ts';

/** Names of all treaties that were founded: a page that was opened late has heard of the last ones only. */
export const treatiesIn = (events: readonly DebriefEvent[]): [alliance: string, name: string][] =>
  events.flatMap(({ kind, about: { alliance, name } }): [string, string][] =>
    kind === 'founded' && typeof alliance === 'string' && typeof name === 'string' ? [[alliance, name]] : [],
  );
