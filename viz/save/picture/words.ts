import { colourOf, through } from './colour.ts';
import { type Transform, UNMOVED, type Words } from './marks.ts';
import { computedFill, computedStroke, lettersOf, seenOf } from './style.ts';

/** From the middle of a line of letters down to its baseline, by their size. */
const DROP = 0.35;

const oneLine = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ');

/** The words of an SVG text: one run for each stretch of one style. */
export function wordsOf(text: SVGTextElement, matrix: Transform, root: Element): Words[] {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const runs: { text: string; holder: Element; from: number }[] = [];
  let count = 0;
  while (walker.nextNode()) {
    const content = oneLine(walker.currentNode.textContent);
    const holder = walker.currentNode.parentElement!;
    if (holder.closest('title')) continue;
    const last = runs[runs.length - 1];
    if (last?.holder === holder) last.text += content;
    else runs.push({ text: content, holder, from: count });
    count += content.length;
  }
  const style = getComputedStyle(text);
  const first = { x: text.x.baseVal[0]?.value ?? 0, y: text.y.baseVal[0]?.value ?? 0 };
  const central = /central|middle/.test(style.dominantBaseline);
  const y = first.y + (text.dy.baseVal[0]?.value ?? 0) + (central ? DROP * Number.parseFloat(style.fontSize) : 0);
  return runs
    .filter((run) => run.text.trim() !== '')
    .flatMap((run) => {
      const own = getComputedStyle(run.holder);
      const seen = seenOf(run.holder, root);
      const fill = computedFill(own, seen);
      if (!fill) return [];
      const alone = runs.length === 1;
      const x = alone ? first.x + (text.dx.baseVal[0]?.value ?? 0) : text.getStartPositionOfChar(run.from).x;
      const anchor = alone ? (style.textAnchor as Words['anchor']) : 'start';
      return [
        {
          kind: 'words',
          text: run.text,
          x,
          y,
          anchor,
          matrix,
          ...lettersOf(own),
          fill,
          halo: computedStroke(own, seen),
        },
      ];
    });
}

/** The words of an element of the page, line by line as they were laid out; `left` and `top` are where the picture begins. */
export function linesOf(element: Element, left: number, top: number): Words[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: Words[] = [];
  while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement!;
    if (holder.closest('.unseen, svg') || !holder.checkVisibility()) continue;
    const style = getComputedStyle(holder);
    const fill = through(colourOf(style.color), 1);
    if (fill)
      found.push(
        ...linesIn(walker.currentNode, (text, box) => ({
          kind: 'words',
          text,
          x: box.left - left,
          y: box.top - top + box.height / 2 + DROP * Number.parseFloat(style.fontSize),
          anchor: 'start',
          matrix: UNMOVED,
          ...lettersOf(style),
          fill,
          halo: undefined,
        })),
      );
  }
  return found;
}

/** Words that stand at one height make a line. */
function linesIn(node: Node, lineOf: (text: string, box: DOMRect) => Words): Words[] {
  const lines: { text: string; box: DOMRect }[] = [];
  for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\S+/g)) {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    const last = lines[lines.length - 1];
    if (last && Math.abs(last.box.top - box.top) < 2) last.text += ` ${word}`;
    else if (box.width > 0) lines.push({ text: word, box });
  }
  return lines.map(({ text, box }) => lineOf(text, box));
}
