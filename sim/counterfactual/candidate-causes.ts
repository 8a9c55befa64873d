import type { AllianceRecord } from '../history/chronicle.ts';
import type { History } from '../history/history.ts';
import { CAUSES, type CandidateCause, type CauseContext, lookUps } from './causes.ts';
import { placedCauses } from './placed-causes.ts';
import { YEARS_BEFORE } from './span.ts';

export type { CandidateCause } from './causes.ts';

/** An alliance that ended, and the candidate causes of its end. */
export interface EndedAlliance {
  alliance: string;
  name: string;
  founded: number;
  /** The tick in which it ended. */
  ended: number;
  /** Oldest first. */
  causes: CandidateCause[];
  /** Number of older candidate causes that are left out because there are too many. */
  others: number;
}

/** Limit on candidate causes: each needs a run of its own. */
const MOST = 24;

/**
 * What happened to an alliance in the years before its end and could have been prevented: shocks, exits, broken promises, fines,
 * vetoes, disputes that escalated, and interventions. An event that nobody decides, such as an attack, is no candidate cause.
 * @param founded tick of its founding, since an id may be reused once its alliance has ended.
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

/** The chronicle's record of an alliance; undefined where the run never had it or has dropped its record. */
export const allianceRecordOf = (
  { chronicle }: History,
  alliance: string,
  founded: number,
): AllianceRecord | undefined =>
  chronicle.alliances.find((record) => record.id === alliance && record.founded === founded);

function sceneOf(history: History, record: AllianceRecord, ended: number): CauseContext {
  const { events, interventions, model } = history;
  const from = Math.max(0, record.founded, ended - YEARS_BEFORE * model.scenario.time.ticksPerYear);
  const within = events.filter(({ tick }) => tick >= from && tick <= ended);
  const spans = record.spans.filter(({ to }) => to === null || to >= from);
  return {
    alliance: record.id,
    from,
    ended,
    events: within,
    interventions,
    ...lookUps(record.id, within, interventions),
    members: new Set(spans.map(({ actor }) => actor)),
    threats: new Set(model.scenario.threats.map(({ id }) => id)),
    membersAt: (tick) =>
      spans.filter(({ from: entry, to }) => entry <= tick && (to === null || to >= tick)).map(({ actor }) => actor),
  };
}
