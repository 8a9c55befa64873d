import { REPLAY } from '../shell/screens.ts';
import type { State } from '../store/state.ts';
import type { StoredScenario } from './storage.ts';
import { scenarioIn } from './user-scenarios.ts';

/** The objects that own texts were read into, so that the run on show can be told to be of one of them. */
const read = new WeakMap<StoredScenario, object>();

/** Runs one of the person’s own scenarios; what is wrong with it the engine says. */
export function openUserScenario(state: State, own: StoredScenario): void {
  const scenario = read.get(own) ?? scenarioIn(own.text);
  if (!scenario) return;
  read.set(own, scenario);
  state.screen.value = REPLAY;
  const { id } = scenario as { id?: unknown };
  void state.start(typeof id === 'string' ? id : '', state.seed.peek(), undefined, { scenario, interventions: [] });
}

/** The own scenario that the run on show is of; undefined for one of anybody else’s. */
export const shownOf = ({ own, given }: State): StoredScenario | undefined =>
  own.list.value.find((one) => given.value !== null && read.get(one) === given.value.scenario);
