import { scenarios } from '../scenarios/index.ts';
import { check } from '../sim/check/check.ts';
import { PHASE_CATALOGUES } from '../sim/mechanisms/index.ts';
import { PHASES, type Scenario } from '../sim/schema/scenario.ts';
import { accept } from './input-error.ts';
import { table } from './table.ts';
import { print, printJson } from './terminal.ts';

interface Entry {
  id: string;
  title: string;
  kind: string;
  /** How many. */
  actors: number;
  ticks: number;
  /** Names of those the scenario runs, in the order of a tick. */
  mechanisms: string[];
}

function entryOf({ id, title, kind, actors, time, mechanisms }: Scenario): Entry {
  const rules = PHASES.flatMap((phase) =>
    (mechanisms[phase] ?? PHASE_CATALOGUES[phase].standard).map(({ name }) => name),
  );
  return { id, title, kind, actors: actors.length, ticks: time.ticks, mechanisms: rules };
}

export function listCommand({ json = false }: { json?: boolean }): void {
  const entries = Object.entries(scenarios).map(([id, scenario]) => entryOf(accept(check(scenario), id)));
  if (json) printJson(entries);
  else
    print(
      table(
        entries.map(({ id, kind, actors, ticks, title }) => [id, kind, `${actors} actors`, `${ticks} ticks`, title]),
      ),
    );
}
