import type { Stream } from '../../sim/exact/random.ts';
import { CONTRIBUTION_NAMES, SHOCK_NAMES } from '../../sim/model/model.ts';
import { pick } from './mutate.ts';

const NAMES = [...SHOCK_NAMES, ...CONTRIBUTION_NAMES, 'drift', 'nobody', 'constructor', 'e', 'pi', 'i'];
const FUNCTIONS = 'abs sqrt exp log floor ceil round sign min max pow clamp sin import constructor'.split(' ');
const OPERATORS = '+ - * / % ^ < <= > >= == != and or = , ; : ? .* ! to in'.split(' ');
const NUMBERS = '0 1 -1 0.5 1e308 1e-308 5e-324 2 1e400 0x10 .5 1. 007'.split(' ');
const JUNK = ['(', ')', '[1]', '{}', '"a"', "'", '\\', '\n', '\u0000', '#', '∞', '\ud800', '.x', '1 2', '@'];

/** A formula as someone may write it, mostly a right one. */
export function formula(random: Stream, depth = 4): string {
  const inner = (): string => formula(random, depth - 1);
  const draw = random.below(depth > 0 ? 24 : 9);
  if (draw < 4) return pick(random, NUMBERS);
  if (draw < 8) return pick(random, NAMES);
  if (draw < 9) return random.below(8) === 0 ? pick(random, JUNK) : pick(random, SHOCK_NAMES);
  if (draw < 16)
    return `${inner()} ${pick(random, OPERATORS.slice(0, random.below(6) === 0 ? undefined : 14))} ${inner()}`;
  if (draw < 18) return `(${inner()})`;
  if (draw < 19) return `${inner()} ? ${inner()} : ${inner()}`;
  if (draw < 20) return `not ${inner()}`;
  const parts = Array.from({ length: 1 + random.below(3) }, inner);
  return `${pick(random, FUNCTIONS.slice(0, random.below(6) === 0 ? undefined : 12))}(${parts.join(', ')})`;
}

/** Sometimes cut, or far too long. */
export function anyFormula(random: Stream): string {
  const text = formula(random);
  const draw = random.below(12);
  if (draw === 0) return text.slice(0, random.below(text.length + 1));
  if (draw === 1)
    return Array(1 + random.below(300))
      .fill(text)
      .join(pick(random, ['+', '(', ' ', '\n', '^']));
  return text;
}
