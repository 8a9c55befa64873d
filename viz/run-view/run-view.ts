import { distinctNames } from '../../sim/results/alliance-names.ts';
import type { Replay } from '../../sim/results/replay.ts';
import type { Event } from '../../sim/world/event.ts';
import { inEachLanguage } from '../i18n/index.ts';
import { type AllianceView, alliancesOf, recoloured } from './alliance-views.ts';
import { type Chart, chartOf } from './chart-data.ts';
import { eventLookOf } from './event-looks.ts';
import { localiseReplay, localiseScenario, type ScenarioView } from './localise.ts';
import { type Clock, dateLabel } from './time.ts';

export type { AllianceView };

/** A run as the page shows it. Tick t is the t-th step and all that happened in it; there are `ticks` of them. */
export interface RunView {
  scenario: ScenarioView;
  replay: Replay;
  /** Both as they came, before what they say was put into the language of the page. */
  written: { scenario: ScenarioView; replay: Replay };
  clock: Clock;
  ticks: number;
  /** A game that is over in one tick: there is nothing to play. */
  timeless: boolean;
  /** What the scenario wishes to be shown first; undefined where it has no such wish. */
  readonly chart: Chart | undefined;
  actors: Replay['actors'];
  indexOf: ReadonlyMap<string, number>;
  alliances: AllianceView[];
  events: readonly Event[];
  /** Events worth a line, and the ticks of those that make history. */
  news: readonly Event[];
  turningPoints: readonly number[];
  /** Where the page opens: the first thing that makes history; a chart is first seen whole. */
  opening: number;
  actorName(id: string): string;
  allianceName(id: string): string;
  /** A phrase of the engine's with names in place of ids. */
  spellOut(phrase: string): string;
}

/**
 * In the language of the page as it is now; `relocalise` puts it into the one it has since.
 * @param like a run to stand beside, such as the one that this one branched from: what is in both bears the same signs.
 */
export function toRunView(asSet: ScenarioView, asRun: Replay, like?: RunView): RunView {
  const setting = localiseScenario(asSet);
  const localised = localiseReplay(asRun);
  const clock: Clock = {
    ...localised.time,
    rounds: setting.kind === 'classic' || (setting.kind === 'laboratory' && Math.abs(localised.time.start) <= 1),
  };
  const distinct = distinctNames(localised.alliances, (tick) => dateLabel(clock, tick));
  const replay = { ...localised, alliances: localised.alliances.map((one, k) => ({ ...one, name: distinct[k]! })) };
  const ticks = Math.max(1, replay.ticks);
  const { actors } = replay;
  const indexOf = new Map(actors.map(({ id }, k) => [id, k]));
  const chart = inEachLanguage(() => chartOf(replay));
  const alliances = alliancesOf(replay, ticks, indexOf, like);
  const events = replay.events;
  const news = events.filter((event) => eventLookOf(event).weight > 1);
  const turns = [...new Set(news.filter((event) => eventLookOf(event).weight === 3).map(({ tick }) => tick))];
  const first = news.find(({ kind }) => kind === 'founded') ?? news.find((event) => eventLookOf(event).weight === 3);
  const threats = new Map(replay.threats.map(({ id, name }) => [id, name]));
  const actorName = (id: string): string => actors[indexOf.get(id) ?? -1]?.name ?? threats.get(id) ?? id;
  const allianceName = (id: string): string => alliances.find((alliance) => alliance.id === id)?.name ?? id;
  return {
    scenario: setting,
    replay,
    written: { scenario: asSet, replay: asRun },
    clock,
    ticks,
    timeless: setting.kind === 'classic' && replay.ticks <= 1,
    get chart() {
      return chart();
    },
    actors,
    indexOf,
    alliances,
    events,
    news,
    turningPoints: turns,
    opening: replay.view ? ticks - 1 : (first?.tick ?? 0),
    actorName,
    allianceName,
    spellOut: (phrase) =>
      phrase
        .split(' ')
        .map((word) => allianceName(actorName(word)))
        .join(' '),
  };
}

export const relocalise = (view: RunView): RunView => toRunView(view.written.scenario, view.written.replay, view);

/** The run beside one that branched from it: what is in both bears one colour. It is the same view if nothing had to change its colour. */
export function standBeside(run: RunView, branch: RunView): RunView {
  const alliances = recoloured(run.alliances, branch.alliances);
  return alliances ? { ...run, alliances } : run;
}
