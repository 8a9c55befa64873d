import { textWidth } from '../../ui/label-text.ts';
import { UNMOVED, type VectorPicture, type Words } from './marks.ts';

export interface Caption {
  title: string;
  /** What else is to be read below the title, each on lines of its own. */
  lines: readonly string[];
}

/** Colours and letters of the page that the caption is set in; the first of each family that a computer has is taken. */
export interface CaptionSource {
  ink: string;
  quiet: string;
  serif: string;
  sans: string;
}

const TITLE = { size: 20, height: 27 };
const LINE = { size: 12.5, height: 18 };
const MARGIN = 20;

/** Words of a text, line by line, none wider than there is room unless one word is. */
export function broken(text: string, size: number, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The picture with what it is, and of which run, printed below it: it will be looked at where nobody knows. */
export function captioned(
  picture: VectorPicture,
  { title, lines }: Caption,
  { ink, quiet, serif, sans }: CaptionSource,
): VectorPicture {
  const room = picture.width - 2 * MARGIN;
  let y = picture.height + 8;
  const put = (text: string, { size, height }: typeof TITLE, family: string, hex: string): Words[] =>
    broken(text, size, room).map((line) => {
      y += height;
      return {
        kind: 'words',
        text: line,
        x: MARGIN,
        y,
        anchor: 'start',
        matrix: UNMOVED,
        size,
        family,
        weight: '400',
        slant: 'normal',
        fill: { hex, alpha: 1 },
        halo: undefined,
      };
    });
  const words = [...put(title, TITLE, serif, ink), ...lines.flatMap((line) => put(line, LINE, sans, quiet))];
  const rule = picture.height;
  const stroke = { hex: quiet, alpha: 0.4, width: 1, dash: [], cap: 'butt', join: 'miter' } as const;
  return {
    ...picture,
    height: Math.ceil(y + MARGIN),
    marks: [
      ...picture.marks,
      {
        kind: 'outline',
        path: `M${MARGIN} ${rule}H${picture.width - MARGIN}`,
        matrix: UNMOVED,
        fill: undefined,
        hatch: undefined,
        stroke,
      },
      ...words,
    ],
  };
}
