import type { Replay } from '../../sim/results/replay.ts';
import type { Event } from '../../sim/world/event.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { localiseTreatyName } from './treaty-names.ts';

// What a scenario says is written in one language; the bundled ones are shown in the language of the page.

/** Of a scenario's file, what the page shows; what a blueprint only hints at, actors for one, is in the replay. */
export interface ScenarioView {
  id: string;
  title: string;
  summary?: string | undefined;
  kind: string;
  /** Questions on the scenario that only people can answer. */
  questions?: readonly string[] | undefined;
  resources?: readonly { id: string; name: string; unit?: string }[] | undefined;
  /** By phase; one that is left out has the default ones. */
  mechanisms?: Readonly<Partial<Record<string, readonly { name: string }[]>>> | undefined;
}

const named = <T extends { name: string }>(list: readonly T[]): T[] =>
  list.map((one) => ({ ...one, name: scenarioText(one.name) }));

export const localiseScenario = (setting: ScenarioView): ScenarioView => ({
  ...setting,
  title: scenarioText(setting.title),
  ...(setting.summary !== undefined && { summary: scenarioText(setting.summary) }),
  ...(setting.questions && { questions: setting.questions.map(scenarioText) }),
  ...(setting.resources && { resources: named(setting.resources) }),
});

/** All names of an actor: treaties may be called after any. */
export const allNamesOf = ({ name, short }: Pick<Replay['actors'][number], 'name' | 'short'>): string[] =>
  short === undefined ? [name] : [name, short];

/** The same run with its names and sentences in the language of the page; ids and numbers are the engine’s. */
export function localiseReplay(replay: Replay): Replay {
  const { view, says, parameters } = replay;
  const actors = new Set(replay.actors.flatMap(allNamesOf));
  const nameOf = (name: string): string => localiseTreatyName(name, actors);
  return {
    ...replay,
    actors: named(replay.actors).map((actor) =>
      actor.short === undefined ? actor : { ...actor, short: scenarioText(actor.short) },
    ),
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
