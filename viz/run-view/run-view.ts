import type { EventMark } from '../../sim/facts/event-marks.ts';
import type { AllianceRecord } from '../../sim/history/chronicle.ts';
import type { Replay } from '../../sim/results/replay.ts';
import type { Event } from '../../sim/world/event.ts';
import { inEachLanguage, t } from '../i18n/index.ts';
import { type Badge, badgesOf } from './badges.ts';
import { type Chart, chartOf } from './chart-data.ts';
import { eventLookOf } from './event-looks.ts';
import { localiseReplay, localiseScenario, type ScenarioView } from './localise.ts';
import type { Clock } from './time.ts';
import { kindNamed } from './treaty-names.ts';

/** An alliance of the run with the sign it is drawn by. Ticks run from `from` up to, not including, `to`. */
export interface AllianceView extends Badge {
  id: string;
  name: string;
  /** The name without its founders', for where they can be seen: "Alliance", "Neutrality treaty". */
  short: string;
  purpose: string;
  from: number;
  to: number;
  spans: { actor: number; from: number; to: number }[];
}

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
  /** Whether the record of the scenario has an event; undefined where it says nothing about its kind. */
  markOf(event: Event): EventMark | undefined;
}

/**
 * In the language of the page as it is now; `relocalise` puts it into the one it has since.
 * @param like the run that this one branched from: what is in both bears the same signs.
 */
export function toRunView(asSet: ScenarioView, asRun: Replay, like?: RunView): RunView {
  const setting = localiseScenario(asSet);
  const replay = localiseReplay(asRun);
  const ticks = Math.max(1, replay.ticks);
  const { actors } = replay;
  const indexOf = indicesOf(replay);
  const chart = inEachLanguage(() => chartOf(replay));
  const alliances = alliancesOf(replay, ticks, like);
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
    clock: {
      ...replay.time,
      rounds: setting.kind === 'classic' || (setting.kind === 'laboratory' && Math.abs(replay.time.start) <= 1),
    },
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
    markOf: (event) => marks.get(event),
  };
}

export const relocalise = ({ written: { scenario, replay } }: RunView, like?: RunView): RunView =>
  toRunView(scenario, replay, like);

const indicesOf = ({ actors }: Replay): Map<string, number> => new Map(actors.map(({ id }, k) => [id, k]));

/**
 * What is left, with a capital, of a name that is made of those of two or more founders; the whole name of any other.
 * Who came in the tick of the founding passes for a founder, though the name may not have it.
 */
export function withoutFounders(name: string, founders: readonly string[]): string {
  const kind = kindNamed(name, founders);
  if (kind) return t(`treaty.short-${kind}`);
  const longestFirst = [...founders].filter(Boolean).sort((a, b) => b.length - a.length);
  let rest = name;
  for (let next = longestFirst.find((one) => rest.startsWith(`${one}–`)); next; ) {
    rest = rest.slice(next.length + 1);
    next = longestFirst.find((one) => rest.startsWith(`${one}–`));
  }
  const last = longestFirst.find((one) => rest.startsWith(`${one} `) && rest.length > one.length + 1);
  if (!last || rest === name) return name;
  return rest.charAt(last.length + 1).toUpperCase() + rest.slice(last.length + 2);
}

function alliancesOf(replay: Replay, ticks: number, like: RunView | undefined): AllianceView[] {
  const indexOf = indicesOf(replay);
  const founders = ({ founded, spans }: AllianceRecord): string[] =>
    spans
      .filter(({ from }) => from === founded)
      .map(({ actor }) => replay.actors[indexOf.get(actor) ?? -1]?.name ?? '');
  const bare = replay.alliances
    .map((record) => ({ ...record, short: withoutFounders(record.name, founders(record)) }))
    .map(({ id, name, short, purpose, founded, ended, spans }) => ({
      id,
      name,
      short,
      purpose,
      from: Math.max(0, founded),
      to: Math.min(ticks, ended ?? ticks),
      spans: spans
        .filter(({ actor }) => indexOf.has(actor))
        .map((span) => ({
          actor: indexOf.get(span.actor)!,
          from: Math.max(0, span.from),
          to: Math.min(ticks, span.to ?? ticks),
        }))
        .filter(({ from, to }) => from < to),
    }))
    // An alliance that was over within its first tick was never there to be seen.
    .filter(({ spans }) => spans.length > 0);
  const known = bare.map((alliance) =>
    like?.alliances.find(({ id, from }) => id === alliance.id && from === alliance.from),
  );
  const badges = badgesOf(
    bare,
    known.map((one) => one && { letter: one.letter, hue: one.hue }),
  );
  return bare.map((alliance, k) => ({ ...alliance, ...badges[k]! }));
}
