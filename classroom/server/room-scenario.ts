import { check, checkPlaced } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { accepted } from '../../sim/experiment/run-request.ts';
import { withSecrets } from '../../sim/experiment/secrets.ts';
import type { Model } from '../../sim/model/model.ts';
import type { Classroom } from '../../sim/schema/classroom.ts';
import { faultSentence } from '../../sim/schema/fault.ts';
import type { Intervention } from '../../sim/schema/intervention.ts';
import type { Scenario } from '../../sim/schema/scenario.ts';
import type { RoomLanguage } from '../log/entry.ts';
import type { RoomPlan } from '../room/apply-entry.ts';
import type { Rules } from '../room/judge.ts';

/** What a room takes from its scenario. */
export interface RoomScenario {
  /** With the interests that the seed drew: what is run, and what the exported run holds. */
  model: Model;
  classroom: Classroom;
  plan: RoomPlan;
  rules: Rules;
  /** A sentence about an intervention that the engine would not take; undefined where it is sound. */
  faultOf(intervention: Intervention): string | undefined;
  /** The scenario in the language of a reader. */
  in(language: RoomLanguage): Scenario;
}

/** Texts of a scenario in another language, if there are any. */
export type Translate = (scenario: Scenario, language: RoomLanguage) => Promise<Scenario>;

/** @throws {Error} one sentence, where it is no scenario that a class can play. */
export async function roomScenario(given: unknown, seed: string, translate: Translate): Promise<RoomScenario> {
  const scenario = accepted(check(given));
  const { classroom } = scenario;
  if (!classroom) throw new Error('classroom: missing, the scenario does not say how a class plays it');
  const drawn = withSecrets(scenario, seed);
  const ids = scenario.actors.map(({ id }) => id);
  const last = classroom.rounds.at(-1)!;
  const faultOf = (intervention: Intervention): string | undefined => {
    const outcome = checkPlaced([intervention], scenario);
    return 'faults' in outcome ? faultSentence(outcome.faults[0]!) : undefined;
  };
  const texts = { en: await translate(scenario, 'en'), es: await translate(scenario, 'es') };
  return {
    model: load(drawn),
    classroom,
    plan: {
      seats: classroom.seats,
      rounds: classroom.rounds,
      ticks: last.from + last.ticks,
      defaults: { call: classroom.defaults.call },
    },
    rules: {
      acts: new Set(classroom.decisions),
      questions: new Set(classroom.predictions.map(({ id }) => id)),
      actors: new Set(ids),
      faultOf: (actor, choice) => faultOf({ kind: 'decide', tick: 0, actor, choice }),
    },
    faultOf,
    in: (language) => texts[language],
  };
}
