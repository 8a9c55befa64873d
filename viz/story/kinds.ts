import type { EventKind } from '../../sim/event.ts';

/** The shapes events are drawn with: each kind of news has its own, so that colour is never the only sign. */
export type Glyph = 'forms' | 'joins' | 'leaves' | 'ends' | 'shock' | 'war' | 'word' | 'note';

interface Look {
  glyph: Glyph;
  /** 3 makes history, 2 belongs in the list, 1 is everyday. */
  weight: 1 | 2 | 3;
  title: string;
}

const LOOKS: Record<EventKind, Look> = {
  founded: { glyph: 'forms', weight: 3, title: 'Alliance founded' },
  joined: { glyph: 'joins', weight: 3, title: 'Joins' },
  refused: { glyph: 'note', weight: 1, title: 'Refused' },
  notice: { glyph: 'note', weight: 2, title: 'Gives notice' },
  stayed: { glyph: 'note', weight: 1, title: 'Stays after all' },
  left: { glyph: 'leaves', weight: 3, title: 'Leaves' },
  expelled: { glyph: 'leaves', weight: 3, title: 'Expelled' },
  merged: { glyph: 'joins', weight: 3, title: 'Alliances merge' },
  split: { glyph: 'leaves', weight: 3, title: 'Alliance splits' },
  dissolved: { glyph: 'ends', weight: 3, title: 'Alliance ends' },
  renewed: { glyph: 'note', weight: 1, title: 'Renewed' },
  attacked: { glyph: 'war', weight: 3, title: 'Attack' },
  honoured: { glyph: 'word', weight: 2, title: 'Keeps its word' },
  reneged: { glyph: 'word', weight: 3, title: 'Breaks its word' },
  violated: { glyph: 'word', weight: 3, title: 'Breaks a treaty' },
  fought: { glyph: 'war', weight: 3, title: 'War' },
  relief: { glyph: 'note', weight: 2, title: 'Relief' },
  sanctioned: { glyph: 'note', weight: 1, title: 'Fined' },
  amends: { glyph: 'word', weight: 2, title: 'Makes amends' },
  tribute: { glyph: 'note', weight: 2, title: 'Pays tribute' },
  'dispute-opened': { glyph: 'note', weight: 1, title: 'Dispute' },
  'dispute-climbed': { glyph: 'note', weight: 1, title: 'Dispute' },
  'dispute-settled': { glyph: 'note', weight: 1, title: 'Dispute settled' },
  renegotiated: { glyph: 'note', weight: 1, title: 'Renegotiated' },
  deadlock: { glyph: 'note', weight: 1, title: 'Deadlock' },
  shock: { glyph: 'shock', weight: 3, title: 'Shock' },
  'shock-over': { glyph: 'note', weight: 1, title: 'Shock passes' },
  intervention: { glyph: 'shock', weight: 3, title: 'Intervention' },
  'no-occasion': { glyph: 'note', weight: 1, title: 'No occasion' },
};

const UNKNOWN: Look = { glyph: 'note', weight: 1, title: 'Event' };

/** An engine newer than this page may tell kinds it does not know; they are shown as notes. */
export const lookOf = (event: { kind: string }): Look =>
  Object.hasOwn(LOOKS, event.kind) ? LOOKS[event.kind as EventKind] : UNKNOWN;
