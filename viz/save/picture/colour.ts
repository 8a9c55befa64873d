import type { Colour } from './marks.ts';

const NONE: Colour = { hex: '#000000', alpha: 0 };

const byte = (share: number): string =>
  Math.max(0, Math.min(255, Math.round(share)))
    .toString(16)
    .padStart(2, '0');

/** A colour as browsers compute it, rgb(…), rgba(…) or color(srgb …), in a way that every program reads. */
export function colourOf(computed: string): Colour {
  const numbers = (computed.match(/-?[\d.]+(e[-+]?\d+)?%?/g) ?? []).map((text) =>
    text.endsWith('%') ? Number.parseFloat(text) / 100 : Number(text),
  );
  const scale = computed.startsWith('color(srgb') ? 255 : computed.startsWith('rgb') ? 1 : undefined;
  const [red, green, blue, alpha = 1] = numbers;
  if (scale === undefined || red === undefined || green === undefined || blue === undefined) return NONE;
  return { hex: `#${[red, green, blue].map((share) => byte(share * scale)).join('')}`, alpha };
}

/** The same, seen through something; nothing where it cannot be seen. */
export function through(colour: Colour, share: number): Colour | undefined {
  const alpha = Math.round(1_000 * colour.alpha * share) / 1_000;
  return alpha > 0 ? { hex: colour.hex, alpha } : undefined;
}
