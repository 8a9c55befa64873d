import type { Event } from '../../sim/engine/event.ts';
import type { Replay } from '../../sim/history/replay.ts';
import { said } from '../i18n/scenario-texts.ts';
import type { Setting } from './run-view.ts';
import { treatyInTongue } from './treaty-names.ts';

// What a scenario says is written in one language; the bundled ones are shown in the language of the page.

const named = <T extends { name: string }>(list: readonly T[]): T[] =>
  list.map((one) => ({ ...one, name: said(one.name) }));

export const settingInTongue = (setting: Setting): Setting => ({
  ...setting,
  title: said(setting.title),
  ...(setting.summary !== undefined && { summary: said(setting.summary) }),
  ...(setting.questions && { questions: setting.questions.map(said) }),
  ...(setting.resources && { resources: named(setting.resources) }),
});

/** The same run with its names and sentences in the language of the page; ids and numbers are the engine’s. */
export function replayInTongue(replay: Replay): Replay {
  const { view, says, parameters } = replay;
  const actors = new Set(replay.actors.map(({ name }) => name));
  const nameOf = (name: string): string => treatyInTongue(name, actors);
  return {
    ...replay,
    actors: named(replay.actors),
    threats: named(replay.threats),
    alliances: replay.alliances.map((one) => ({ ...one, name: nameOf(one.name) })),
    events: replay.events.map((event) => ('name' in event ? ({ ...event, name: nameOf(event.name) } as Event) : event)),
    parameters: parameters.map((one) => ({ ...one, describe: said(one.describe) })),
    says: Object.fromEntries(Object.entries(says).map(([key, sentence]) => [key, said(sentence)])),
    view: view && {
      ...view,
      look: view.look.map(said),
      unit: said(view.unit),
      ...(view.each !== undefined && { each: said(view.each) }),
    },
  };
}
