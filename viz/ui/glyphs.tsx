/** The shapes events are drawn with: each kind of news has its own, so that colour is never the only sign. */
export type Glyph = 'forms' | 'joins' | 'leaves' | 'ends' | 'shock' | 'war' | 'word' | 'note';

/** Outlines in a box of 16. */
const SHAPES: Record<Glyph, string> = {
  forms: 'M8 1.5 14.5 8 8 14.5 1.5 8Z',
  joins: 'M8 2 14.5 13.5H1.5Z',
  leaves: 'M8 14 1.5 2.5H14.5Z',
  ends: 'M3.2 1.5 8 6.3 12.8 1.5 14.5 3.2 9.7 8 14.5 12.8 12.8 14.5 8 9.7 3.2 14.5 1.5 12.8 6.3 8 1.5 3.2Z',
  shock: 'M8 2a6 6 0 1 0 .01 0Z',
  war: 'M8 .8 9.9 5.4 14.8 4.2 12.2 8.4 15.2 12.2 10.3 11.8 8 15.4 5.7 11.8.8 12.2 3.8 8.4 1.2 4.2 6.1 5.4Z',
  word: 'M2.5 2.5h11v8h-6l-3 3.5v-3.5h-2Z',
  note: 'M8 5.5a2.5 2.5 0 1 0 .01 0Z',
};

export const glyphPath = (glyph: Glyph): string => SHAPES[glyph];

export const GlyphIcon = ({ glyph }: { glyph: Glyph }) => (
  <svg class={`glyph glyph-${glyph}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={SHAPES[glyph]} />
  </svg>
);
