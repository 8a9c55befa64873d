import type { AllianceRecord } from '../history/chronicle.ts';
import type { History } from '../history/history.ts';
import { CAUSES, type CandidateCause, type CauseContext } from './causes.ts';
import { placedCauses } from './placed-causes.ts';
import { YEARS_BEFORE } from './span.ts';

export type { CandidateCause } from './causes.ts';

/** An alliance that ended, and what may have brought that about. */
export interface EndedAlliance {
  alliance: string;
  name: string;
  founded: number;
  /** The tick in which it ended. */
  ended: number;
  /** Oldest first. */
  causes: CandidateCause[];
  /** Older ones that are not among them, because there are so many. */
  others: number;
}

/** Suspects at most: each is a run of its own. */
const MOST = 24;

/**
 * What befell an alliance in the years before its end and could have been kept from happening: shocks, exits, words broken, fines,
 * vetoes, quarrels that climbed, and what people placed. What nobody decides, such as an attack, is no suspect.
 * @param founded tick of its founding, since an id may be used again once its alliance is over.
 * @throws {RangeError} where no such alliance ended in this run.
 */
export function candidateCauses(history: History, alliance: string, founded: number): EndedAlliance {
  const record = allianceRecordOf(history, alliance, founded);
  if (!record) throw new RangeError(`there is no alliance "${alliance}" of tick ${founded} in this run`);
  const { ended, name } = record;
  if (ended === null) throw new RangeError(`"${alliance}" has not ended in this run`);
  const scene = sceneOf(history, record, ended);
  const found = [
    ...scene.events.flatMap((event) => CAUSES.get(event.kind)?.(event, scene) ?? []),
    ...placedCauses(scene),
  ].sort((a, b) => a.tick - b.tick);
  const others = Math.max(0, found.length - MOST);
  return { alliance, name, founded, ended, causes: found.slice(others), others };
}

/** What became of an alliance in a run; undefined where the run never had it, or has forgotten it. */
export const allianceRecordOf = (
  { chronicle }: History,
  alliance: string,
  founded: number,
): AllianceRecord | undefined =>
  chronicle.alliances.find((record) => record.id === alliance && record.founded === founded);

function sceneOf(history: History, record: AllianceRecord, ended: number): CauseContext {
  const { events, interventions, model } = history;
  const from = Math.max(0, record.founded, ended - YEARS_BEFORE * model.scenario.time.ticksPerYear);
  const spans = record.spans.filter(({ to }) => to === null || to >= from);
  return {
    alliance: record.id,
    from,
    ended,
    events: events.filter(({ tick }) => tick >= from && tick <= ended),
    interventions,
    members: new Set(spans.map(({ actor }) => actor)),
    threats: new Set(model.scenario.threats.map(({ id }) => id)),
    membersAt: (tick) =>
      spans.filter(({ from: entry, to }) => entry <= tick && (to === null || to >= tick)).map(({ actor }) => actor),
  };
}
