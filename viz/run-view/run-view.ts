import type { EventMark } from '../../sim/facts/event-marks.ts';
import { distinctNames } from '../../sim/results/alliance-names.ts';
import type { Replay } from '../../sim/results/replay.ts';
import type { Event } from '../../sim/world/event.ts';
import { inEachLanguage } from '../i18n/index.ts';
import { type AllianceView, alliancesOf, type Beside, shownAs } from './alliance-views.ts';
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
  /** Where the page opens: the first thing that makes history; a model at its start, for what comes of it is to be watched. */
  opening: number;
  actorName(id: string): string;
  allianceName(id: string): string;
  /** A phrase of the engine's with names in place of ids. */
  spellOut(phrase: string): string;
  /** Whether the record of the scenario has an event; undefined where it says nothing about its kind. */
  markOf(event: Event): EventMark | undefined;
}

/**
 * In the language of the page as it is now; `relocalise` puts it into the one it has since.
 * @param beside a run that this one stands beside; see `toViewBeside`.
 */
export function toRunView(asSet: ScenarioView, asRun: Replay, beside?: Beside): RunView {
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
  const alliances = alliancesOf(replay, ticks, indexOf, beside);
  const events = replay.events;
  const news = events.filter((event) => eventLookOf(event).weight > 1);
  const turns = [...new Set(news.filter((event) => eventLookOf(event).weight === 3).map(({ tick }) => tick))];
  const first = news.find(({ kind }) => kind === 'founded') ?? news.find((event) => eventLookOf(event).weight === 3);
  const marks = new Map(replay.record?.events.map((mark, k) => [events[k]!, mark]));
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
    opening: replay.view ? 0 : (first?.tick ?? 0),
    actorName,
    allianceName,
    spellOut: (phrase) =>
      phrase
        .split(' ')
        .map((word) => allianceName(actorName(word)))
        .join(' '),
    markOf: (event) => marks.get(event),
  };
}

/** The same run, with the signs that it has, in the language of the page. */
export function relocalise({ written: { scenario, replay }, alliances }: RunView): RunView {
  return toRunView(scenario, replay, { alliances, same: replay.alliances.map(shownAs(alliances)) });
}
