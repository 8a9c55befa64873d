import type { Happening } from '../../classroom/protocol/message.ts';
import type { Names } from './names.ts';
import type { Words } from './words/words.ts';

/** Whether a kind of event has several sentences, by one of its keys. */
const kindOf = ({ kind, about }: Happening): string => (kind === 'fought' ? (about['won'] ? 'won' : 'lost') : kind);

/** What happened, in a sentence; undefined for what this page has no words for. */
export function happeningText(happening: Happening, names: Names, words: Words): string | undefined {
  const says = words.happenings[kindOf(happening)];
  if (!says) return undefined;
  const { who, about } = happening;
  const named: Record<string, string> = {
    who: who.length > 0 ? names.list(who) : words.somebody,
    alliance: words.treaty,
    victim: words.somebody,
    caller: words.somebody,
    against: words.somebody,
  };
  for (const [key, value] of Object.entries(about)) {
    if (Array.isArray(value)) named[key] = names.list(value);
    else if (typeof value === 'string') named[key] = names.any(value);
  }
  return says(named, who.length);
}
