import type { IdIndex } from '../schema/id-index.ts';
import type { Change } from '../schema/shock.ts';

/** How many numbers of the state one change affects; of alliances founded during the run nobody knows how many there are. */
export function countPlaces({ target, field }: Change, { actors, threats }: IdIndex): number {
  const size = (who: 'all' | unknown[], known: ReadonlyMap<string, number>): number =>
    who === 'all' ? known.size : who.length;
  if ('actors' in target) return size(target.actors, actors);
  if ('dyads' in target) return target.dyads.length;
  if ('among' in target) return size(target.among, actors) * size(target.among, actors);
  if ('threats' in target) return size(target.threats, threats) * (field === 'strength' ? 1 : actors.size);
  return target.alliances === 'all' ? 1 : target.alliances.length;
}
