import type { PanelsSlice } from '../store/panels.ts';
import type { RunSlice } from '../store/run.ts';
import type { StoredScenario } from './storage.ts';
import { scenarioIn, type UserScenariosSlice } from './user-scenarios.ts';

/** The objects that own texts were read into, so that the run on show can be told to be of one of them. */
const read = new WeakMap<StoredScenario, object>();

/** Runs one of the person’s own scenarios; what is wrong with it the engine says. */
export function openUserScenario({ run, panels }: { run: RunSlice; panels: PanelsSlice }, own: StoredScenario): void {
  const scenario = read.get(own) ?? scenarioIn(own.text);
  if (!scenario) return;
  read.set(own, scenario);
  panels.screen.value = 'replay';
  const { id } = scenario as { id?: unknown };
  void run.start(typeof id === 'string' ? id : '', '1', undefined, { scenario });
}

/** The own scenario that the run on show is of; undefined for one of anybody else’s. */
export const shownOf = ({ list }: UserScenariosSlice, { given }: RunSlice): StoredScenario | undefined =>
  list.value.find((one) => given.value !== null && read.get(one) === given.value.scenario);
