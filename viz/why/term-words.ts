import { isKey, t } from '../i18n/index.ts';
import { labelOf } from '../run-view/curves.ts';
import type { NameLookup } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';

/** A term of a decision as the page says it; `about` is one sentence, undefined for a term that the page does not know. */
export interface TermWords {
  name: string;
  about: string | undefined;
}

const VOTE = 'vote of ';

/** The engine names its terms by words, a vote by whose it is, and a pull between sides by whom it comes from. */
export function termWords(term: string, run: NameLookup & Pick<RunView, 'indexOf'>): TermWords {
  if (term.startsWith(VOTE)) return actorTerm('vote', run.actorName(term.slice(VOTE.length)));
  if (run.indexOf.has(term)) return actorTerm('pull', run.actorName(term));
  const key = `term.${term.replaceAll(' ', '-')}`;
  const about = `${key}-about`;
  return { name: isKey(key) ? t(key) : labelOf(term), about: isKey(about) ? t(about) : undefined };
}

const actorTerm = (kind: 'vote' | 'pull', actor: string): TermWords => ({
  name: t(`term.${kind}`, { actor }),
  about: t(`term.${kind}-about`),
});
