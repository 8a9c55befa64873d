import type { Replay } from '../../sim/results/replay.ts';
import type { Event } from '../../sim/world/event.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import type { ScenarioView } from './run-view.ts';
import { localiseTreatyName } from './treaty-names.ts';

// What a scenario says is written in one language; the bundled ones are shown in the language of the page.

const named = <T extends { name: string }>(list: readonly T[]): T[] =>
  list.map((one) => ({ ...one, name: scenarioText(one.name) }));

export const localiseScenario = (setting: ScenarioView): ScenarioView => ({
  ...setting,
  title: scenarioText(setting.title),
  ...(setting.summary !== undefined && { summary: scenarioText(setting.summary) }),
  ...(setting.questions && { questions: setting.questions.map(scenarioText) }),
  ...(setting.resources && { resources: named(setting.resources) }),
});

/** The same run with its names and sentences in the language of the page; ids and numbers are the engine’s. */
export function localiseReplay(replay: Replay): Replay {
  const { view, says, parameters } = replay;
  const actors = new Set(replay.actors.map(({ name }) => name));
  const nameOf = (name: string): string => localiseTreatyName(name, actors);
  return {
    ...replay,
    actors: named(replay.actors),
    threats: named(replay.threats),
    alliances: replay.alliances.map((one) => ({ ...one, name: nameOf(one.name) })),
    events: replay.events.map((event) => ('name' in event ? ({ ...event, name: nameOf(event.name) } as Event) : event)),
    parameters: parameters.map((one) => ({ ...one, describe: scenarioText(one.describe) })),
    says: Object.fromEntries(Object.entries(says).map(([key, sentence]) => [key, scenarioText(sentence)])),
    view: view && {
      ...view,
      look: view.look.map(scenarioText),
      unit: scenarioText(view.unit),
      ...(view.each !== undefined && { each: scenarioText(view.each) }),
    },
  };
}
