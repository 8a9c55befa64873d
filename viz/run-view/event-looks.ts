import type { EventKind } from '../../sim/world/event.ts';
import type { Glyph } from '../ui/glyphs.tsx';

interface Look {
  glyph: Glyph;
  /** 3 makes history, 2 belongs in the list, 1 is everyday. */
  weight: 1 | 2 | 3;
}

const LOOKS: Record<EventKind, Look> = {
  founded: { glyph: 'forms', weight: 3 },
  joined: { glyph: 'joins', weight: 3 },
  refused: { glyph: 'note', weight: 1 },
  notice: { glyph: 'note', weight: 2 },
  stayed: { glyph: 'note', weight: 1 },
  left: { glyph: 'leaves', weight: 3 },
  expelled: { glyph: 'leaves', weight: 3 },
  merged: { glyph: 'joins', weight: 3 },
  split: { glyph: 'leaves', weight: 3 },
  entered: { glyph: 'joins', weight: 3 },
  exited: { glyph: 'leaves', weight: 3 },
  dissolved: { glyph: 'ends', weight: 3 },
  renewed: { glyph: 'note', weight: 1 },
  attacked: { glyph: 'war', weight: 3 },
  honoured: { glyph: 'word', weight: 2 },
  reneged: { glyph: 'word', weight: 3 },
  violated: { glyph: 'word', weight: 3 },
  fought: { glyph: 'war', weight: 3 },
  relief: { glyph: 'note', weight: 2 },
  voted: { glyph: 'note', weight: 1 },
  sanctioned: { glyph: 'note', weight: 1 },
  amends: { glyph: 'word', weight: 2 },
  tribute: { glyph: 'note', weight: 2 },
  'dispute-opened': { glyph: 'note', weight: 1 },
  'dispute-climbed': { glyph: 'note', weight: 1 },
  'dispute-settled': { glyph: 'note', weight: 1 },
  renegotiated: { glyph: 'note', weight: 1 },
  deadlock: { glyph: 'note', weight: 1 },
  shock: { glyph: 'shock', weight: 3 },
  'shock-over': { glyph: 'note', weight: 1 },
  intervention: { glyph: 'shock', weight: 3 },
  'no-occasion': { glyph: 'note', weight: 1 },
};

const UNKNOWN: Look = { glyph: 'note', weight: 1 };

/** What persons set round by round: who plays, and what is contributed. Neither makes history by itself. */
const ROUTINE: readonly [what: RegExp, look: Look][] = [
  [/^hold /, { glyph: 'note', weight: 1 }],
  [/^contribute /, { glyph: 'note', weight: 2 }],
];

/** An engine newer than this page may tell kinds it does not know; they are shown as notes. */
export function eventLookOf({ kind, what }: { kind: string; what?: string }): Look {
  const routine = kind === 'intervention' ? ROUTINE.find(([text]) => text.test(what ?? '')) : undefined;
  return routine?.[1] ?? (Object.hasOwn(LOOKS, kind) ? LOOKS[kind as EventKind] : UNKNOWN);
}
