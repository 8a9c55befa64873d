import type { Happening } from '../../classroom/protocol/state.ts';
import type { Names } from './names.ts';
import type { StudentWords } from './words/words.ts';

/** Which sentence tells of an event: some kinds have several, by one of their keys. */
function sentenceOf({ kind, about }: Happening): string {
  if (kind === 'fought') return about['won'] ? 'won' : 'lost';
  if (kind === 'voted') return about['support'] ? 'voted-for' : 'voted-against';
  return kind === 'refused' && about['alliance'] === undefined ? 'offer-refused' : kind;
}

/** What happened, in a sentence; undefined for what this page has no words for. */
export function happeningText(happening: Happening, names: Names, words: StudentWords): string | undefined {
  const says = words.happenings[sentenceOf(happening)];
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
  // A treaty may have come and gone within the round: its name then stands in the event alone.
  if (happening.kind === 'founded' && typeof about['name'] === 'string') named['alliance'] = about['name'];
  return says(named, who.length);
}
