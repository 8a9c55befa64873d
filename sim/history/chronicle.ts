import type { Model } from '../model/model.ts';
import type { Obligation, Purpose } from '../schema/treaty.ts';
import type { Event, EventKind } from '../world/event.ts';
import { mapPacked } from '../world/map-packed.ts';

/** The record of one alliance, built from the event log. Times are ticks; a treaty older than the run was founded before 0. */
export interface AllianceRecord {
  id: string;
  name: string;
  purpose: Purpose;
  obligations: Obligation[];
  founded: number;
  /** Tick in which it ended, null while it lasts. */
  ended: number | null;
  /** Members at the largest membership, in the order of entry. */
  largest: string[];
  /** Membership spells: from the tick of entry to the tick of exit, null while a member. */
  spans: { actor: string; from: number; to: number | null }[];
}

/** Totals of a whole run, updated while it runs, since the event log may be capped. */
export interface Chronicle {
  alliances: AllianceRecord[];
  counts: Map<EventKind, number>;
  /** Number of ended alliances whose records were dropped, the oldest first, to bound memory. */
  forgotten: number;
}

type Span = AllianceRecord['spans'][number];
const spanFrom = (actor: string, from: number): Span => ({ actor, from, to: null });

/** Limit on the records kept, as long as enough alliances have ended. */
const MOST_RECORDS = 20_000;

export const openChronicle = (model: Model): Chronicle => ({
  alliances: mapPacked(model.start.alliances, (alliance) => {
    const members = mapPacked(alliance.members, (member) => model.ids[member.actor]!);
    return {
      id: alliance.id,
      name: alliance.name,
      purpose: alliance.clauses.purpose,
      obligations: [...alliance.clauses.obligations],
      founded: alliance.founded,
      ended: null,
      largest: members,
      spans: mapPacked(members, (actor) => spanFrom(actor, alliance.founded)),
    };
  }),
  counts: new Map(),
  forgotten: 0,
});

export const copyChronicle = (chronicle: Chronicle): Chronicle => ({
  alliances: chronicle.alliances.map((record) => ({ ...record, spans: record.spans.map((span) => ({ ...span })) })),
  counts: new Map(chronicle.counts),
  forgotten: chronicle.forgotten,
});

/** Number of events of a kind. */
export const countOf = ({ counts }: Chronicle, kind: EventKind): number => counts.get(kind) ?? 0;

/** Updates the chronicle by one event. */
export function recordEvent(chronicle: Chronicle, event: Event): void {
  chronicle.counts.set(event.kind, countOf(chronicle, event.kind) + 1);
  switch (event.kind) {
    case 'founded':
      chronicle.alliances.push({
        id: event.alliance,
        name: event.name,
        purpose: event.purpose,
        obligations: event.obligations,
        founded: event.tick,
        ended: null,
        largest: event.who,
        spans: mapPacked(event.who, (actor) => spanFrom(actor, event.tick)),
      });
      forget(chronicle);
      break;
    case 'joined':
      join(lasting(chronicle, event.alliance), event.who, event.tick);
      break;
    case 'left':
    case 'expelled':
      part(lasting(chronicle, event.alliance), event.who, event.tick);
      break;
    case 'exited':
      for (const id of event.alliances) {
        const record = lasting(chronicle, id);
        part(record, event.who, event.tick);
        if (event.successor !== undefined) join(record, [event.successor], event.tick);
      }
      break;
    case 'merged':
      join(lasting(chronicle, event.into), event.who, event.tick);
      close(lasting(chronicle, event.alliance), event.tick);
      break;
    case 'split':
      part(lasting(chronicle, event.from), event.who, event.tick);
      break;
    case 'renegotiated': {
      const record = event.obligations && lasting(chronicle, event.alliance);
      if (!record) break;
      record.purpose = event.purpose!;
      record.obligations = event.obligations!;
      break;
    }
    case 'dissolved':
      close(lasting(chronicle, event.alliance), event.tick);
      break;
  }
}

/** The alliance of that id that has not ended; recently founded alliances are at the end of the list. */
function lasting(chronicle: Chronicle, id: string): AllianceRecord | undefined {
  for (let k = chronicle.alliances.length - 1; k >= 0; k--) {
    const record = chronicle.alliances[k]!;
    if (record.id === id && record.ended === null) return record;
  }
  return undefined;
}

function join(record: AllianceRecord | undefined, who: string[], tick: number): void {
  if (!record) return;
  const present = membersOf(record);
  for (const actor of who) if (!present.includes(actor)) record.spans.push(spanFrom(actor, tick));
  const now = membersOf(record);
  if (now.length > record.largest.length) record.largest = now;
}

function part(record: AllianceRecord | undefined, who: string[], tick: number): void {
  for (const span of record?.spans ?? []) if (span.to === null && who.includes(span.actor)) span.to = tick;
}

function close(record: AllianceRecord | undefined, tick: number): void {
  if (!record) return;
  record.ended = tick;
  for (const span of record.spans) if (span.to === null) span.to = tick;
}

const membersOf = (record: AllianceRecord): string[] =>
  record.spans.filter((span) => span.to === null).map((span) => span.actor);

/** Drops the older half of the ended alliances. This is rare, so the cost of an entry does not depend on the length of the run. */
function forget(chronicle: Chronicle): void {
  if (chronicle.alliances.length <= MOST_RECORDS) return;
  let spare = MOST_RECORDS / 2;
  const before = chronicle.alliances.length;
  chronicle.alliances = chronicle.alliances.filter((record) => record.ended === null || spare-- <= 0);
  chronicle.forgotten += before - chronicle.alliances.length;
}
