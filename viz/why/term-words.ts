import type { Term } from '../../sim/world/event.ts';
import { isKey, t } from '../i18n/index.ts';
import { labelOf } from '../run-view/curves.ts';
import type { NameLookup } from '../run-view/phrase.ts';

/** A term of a decision as the page says it; `about` is one sentence, undefined for a term that the page does not know. */
export interface TermWords {
  name: string;
  about: string | undefined;
}

/** What the engine calls a term, in words; a vote by whose it is, and a pull between sides by whom it comes from. */
export function termWords({ term, actor }: Pick<Term, 'term' | 'actor'>, run: NameLookup): TermWords {
  if (actor !== undefined && (term === 'vote' || term === 'pull')) return actorTerm(term, run.actorName(actor));
  const key = `term.${term.replaceAll(' ', '-')}`;
  const about = `${key}-about`;
  return { name: isKey(key) ? t(key) : labelOf(term), about: isKey(about) ? t(about) : undefined };
}

const actorTerm = (kind: 'vote' | 'pull', actor: string): TermWords => ({
  name: t(`term.${kind}`, { actor }),
  about: t(`term.${kind}-about`),
});
