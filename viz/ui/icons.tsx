import type { Glyph } from '../run-view/event-looks.ts';

/** Each kind of event has its own outline in a box of 16, so that it is known without its colour. */
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

const ICONS = {
  play: 'M5 3v14l12-7Z',
  pause: 'M5 3h3.6v14H5Zm6.4 0H15v14h-3.6Z',
  back: 'M13.5 4v12L6.5 10ZM4 4h2v12H4Z',
  on: 'M6.5 4v12l7-6ZM14 4h2v12h-2Z',
  start: 'M3 4h2v12H3Zm7.5 0v12L5.2 10Zm6.5 0v12l-6.3-6Z',
  end: 'M15 4h2v12h-2ZM9.5 4v12l5.3-6ZM3 4v12l6.3-6Z',
  previous: 'M12.5 3.5 6 10l6.5 6.5 1.6-1.6L9.2 10l4.9-4.9Z',
  next: 'M7.5 3.5 14 10l-6.5 6.5-1.6-1.6L10.8 10 5.9 5.1Z',
  skip: 'M2.5 4 9 10l-6.5 6Zm7 0 6.5 6-6.5 6Zm7 0h1.8v12h-1.8Z',
  phases: 'M2.5 13.5h4V17h-4Zm5.5-5h4V17H8Zm5.5-5h4V17h-4Z',
  die: 'M4 2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2Zm0 1.6a.4.4 0 0 0-.4.4v12c0 .22.18.4.4.4h12a.4.4 0 0 0 .4-.4V4a.4.4 0 0 0-.4-.4ZM6.7 5.3a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8ZM10 8.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8Zm3.3 3.3a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8Z',
  sun: 'M10 6.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6ZM9.2 1.5h1.6v2.8H9.2Zm0 14.2h1.6v2.8H9.2ZM1.5 9.2h2.8v1.6H1.5Zm14.2 0h2.8v1.6h-2.8ZM3.4 4.6l1.2-1.2 2 2-1.2 1.2Zm10 10 1.2-1.2 2 2-1.2 1.2Zm2-11.2 1.2 1.2-2 2-1.2-1.2Zm-10 10 1.2 1.2-2 2-1.2-1.2Z',
  moon: 'M8 2.5A7.7 7.7 0 1 0 17.5 12 6.4 6.4 0 0 1 8 2.5Z',
  share:
    'M10 1.8 14.6 6.4 13.4 7.6 10.85 5.05V13h-1.7V5.05L6.6 7.6 5.4 6.4ZM3 9.2h3.2v1.7H4.7v5.7h10.6v-5.7h-1.5V9.2H17v9.1H3Z',
  save: 'M9.15 2h1.7v7.95l2.55-2.55 1.2 1.2L10 13.2 5.4 8.6l1.2-1.2 2.55 2.55ZM3 12.4h1.7v4.2h10.6v-4.2H17v5.9H3Z',
  copy: 'M7 2h9a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 16 14h-2v2a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 16V7a1.5 1.5 0 0 1 1.5-1.5h2v-2A1.5 1.5 0 0 1 7 2Zm.1 1.6v1.9h5.4A1.5 1.5 0 0 1 14 7v5.4h1.9V3.6ZM3.6 7.1v8.8h8.8V7.1Z',
} as const;

export type IconName = keyof typeof ICONS;

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
    <path d={ICONS[name]} fill-rule="evenodd" />
  </svg>
);
