import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Fault } from '../../sim/schema/fault.ts';

/** Where in a text a fault is to be seen; characters from its start. */
export interface Placed extends Fault {
  from: number;
  to: number;
}

/** The steps of a path as faults write it: `actors[3].resources["a b"]`. */
export function stepsOf(path: string): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const [, word, index, quoted] of path.matchAll(/([\w$-]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g)) {
    if (word !== undefined) steps.push(word);
    else if (index !== undefined) steps.push(Number(index));
    else steps.push(unquoted(quoted!));
  }
  return steps;
}

/** A key that was cut short in telling is no JSON any more; it then stands nowhere. */
function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}

/** The end of a sentence on the text itself: the line and the column of what is wrong. */
const PLACE = /line (\d+), column (\d+)\)?$/;

/** Puts each fault where it belongs: at its value, at the key that nobody knows, or at the nearest thing that is there. */
export function placed(text: string, faults: readonly Fault[]): Placed[] {
  const tree = parseTree(text);
  return faults.map((fault) => {
    const place = PLACE.exec(fault.message);
    if (place) {
      const at = offsetAt(text, Number(place[1]), Number(place[2]));
      return { ...fault, ...visible(at, at + 1, text) };
    }
    return { ...fault, ...whereIs(tree, stepsOf(fault.path), text, / key/.test(fault.message)) };
  });
}

function whereIs(tree: Node | undefined, steps: readonly (string | number)[], text: string, byKey: boolean) {
  if (!tree) return visible(0, 1, text);
  for (let length = steps.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, steps.slice(0, length));
    if (!node) continue;
    if (length === steps.length && byKey) return spanOf(node.parent?.children?.[0] ?? node, text);
    return length === steps.length ? spanOf(node, text) : nameSpan(node, text);
  }
  return visible(tree.offset, tree.offset + 1, text);
}

/** A value on one line as a whole, a larger one by where it begins. */
function spanOf(node: Node, text: string) {
  const end = node.offset + node.length;
  const line = text.indexOf('\n', node.offset);
  return visible(node.offset, line < 0 || line > end ? end : node.offset + 1, text);
}

/** What lacks something is shown by its key, or by where it begins. */
function nameSpan(node: Node, text: string) {
  const key = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  return spanOf(key ?? node, text);
}

function visible(from: number, to: number, text: string): { from: number; to: number } {
  const start = Math.max(0, Math.min(from, text.length - 1));
  return { from: start, to: Math.max(start, Math.min(Math.max(to, start + 1), text.length)) };
}

/** The characters before a line and a column, which count from 1. */
function offsetAt(text: string, line: number, column: number): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/, line);
  return lines.slice(0, line - 1).join('').length + column - 1;
}

/** Line of a place, from 1 on. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
