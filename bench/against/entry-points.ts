// Where a revision keeps the engine functions that are timed: files have moved, names have not.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const INDEX = 'sim/index.ts';

/** Known paths, the newest first. */
const PLACES = {
  Scenario: [INDEX, 'sim/schema/scenario.ts', 'sim/scenario.ts'],
  load: [INDEX, 'sim/engine/load.ts', 'sim/load.ts'],
  record: [INDEX, 'sim/history/record.ts', 'sim/record.ts'],
  play: [INDEX, 'sim/history/record.ts', 'sim/record.ts'],
  seek: [INDEX, 'sim/history/seek.ts', 'sim/history/history.ts', 'sim/history.ts'],
  digestsOf: [INDEX, 'sim/history/digest-comparison.ts', 'sim/history/history.ts', 'sim/history.ts'],
} as const;

export type EntryPoint = keyof typeof PLACES;

/** Whether a source exports a value of that name, declared there or re-exported by name. */
export function exportsValue(source: string, name: string): boolean {
  const declared = new RegExp(`^export (?:async )?(?:function|const) ${name}\\b`, 'm');
  const handedOn = new RegExp(`^(?:\\w+ as )?${name}$`);
  return (
    declared.test(source) ||
    [...source.matchAll(/^export \{([^}]*)\}/gm)].some(([, names]) =>
      names!.split(',').some((one) => handedOn.test(one.trim())),
    )
  );
}

/**
 * The file of each entry point.
 * @param read gives the content of a file of the revision, or undefined if there is none.
 * @throws {Error} that names the entry point that is at no known path.
 */
export function findEntryPoints(read: (path: string) => string | undefined): Record<EntryPoint, string> {
  const found = Object.entries(PLACES).map(([name, places]) => {
    const place = places.find((path) => exportsValue(read(path) ?? '', name));
    if (!place)
      throw new Error(`${name} is in none of ${places.join(', ')}: bench/against/entry-points.ts needs its place`);
    return [name, place] as const;
  });
  return Object.fromEntries(found) as Record<EntryPoint, string>;
}

export const entryPointsIn = (folder: string): Record<EntryPoint, string> =>
  findEntryPoints((path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined));
