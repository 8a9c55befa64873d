import { colourOf, through } from './colour.ts';
import type { Colour, Stroke } from './marks.ts';

const number = (text: string): number => Number.parseFloat(text) || 0;

/** How an element is drawn in the end, `seen` being how much of it and of all that holds it can be seen. */
export function computedFill(style: CSSStyleDeclaration, seen: number): Colour | undefined {
  if (style.fill === 'none' || style.fill.startsWith('url(')) return undefined;
  return through(colourOf(style.fill), seen * Number(style.fillOpacity));
}

export function computedStroke(style: CSSStyleDeclaration, seen: number): Stroke | undefined {
  const width = number(style.strokeWidth);
  if (style.stroke === 'none' || width === 0) return undefined;
  const colour = through(colourOf(style.stroke), seen * Number(style.strokeOpacity));
  if (!colour) return undefined;
  const dash = style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(number);
  return {
    ...colour,
    width,
    dash: dash.some((length) => length > 0) ? dash : [],
    cap: style.strokeLinecap as Stroke['cap'],
    join: /round|bevel/.test(style.strokeLinejoin) ? (style.strokeLinejoin as Stroke['join']) : 'miter',
  };
}

/** Id of the pattern that fills it. */
export const patternOf = (style: CSSStyleDeclaration): string | undefined => /#([\w-]+)/.exec(urlOf(style.fill))?.[1];
const urlOf = (fill: string): string => (fill.startsWith('url(') ? fill : '');

/** How much can be seen of an element through all that holds it, up to `root`. */
export function seenOf(element: Element, root: Element): number {
  let seen = 1;
  for (let holder: Element | null = element; holder && holder !== root.parentElement; holder = holder.parentElement) {
    const { opacity, visibility, display } = getComputedStyle(holder);
    if (display === 'none' || (holder === element && visibility !== 'visible')) return 0;
    seen *= Number(opacity);
  }
  return seen;
}

export function lettersOf(style: CSSStyleDeclaration) {
  return {
    size: number(style.fontSize),
    family: style.fontFamily,
    weight: style.fontWeight,
    slant: style.fontStyle === 'italic' ? ('italic' as const) : ('normal' as const),
  };
}
