import { isKey, t } from '../i18n/index.ts';
import { labelOf } from '../run-view/curves.ts';
import type { Names } from '../run-view/phrase.ts';
import type { Story } from '../run-view/run-view.ts';

/** A term of a decision as the page says it; `about` is one sentence, undefined for a term that the page does not know. */
export interface TermWords {
  name: string;
  about: string | undefined;
}

const VOTE = 'vote of ';

/** The engine names its terms by words, a vote by whose it is, and a pull between sides by whom it comes from. */
export function termOf(term: string, story: Names & Pick<Story, 'indexOf'>): TermWords {
  if (term.startsWith(VOTE)) return actorTerm('vote', story.actorName(term.slice(VOTE.length)));
  if (story.indexOf.has(term)) return actorTerm('pull', story.actorName(term));
  const key = `term.${term.replaceAll(' ', '-')}`;
  const about = `${key}-about`;
  return { name: isKey(key) ? t(key) : labelOf(term), about: isKey(about) ? t(about) : undefined };
}

const actorTerm = (kind: 'vote' | 'pull', actor: string): TermWords => ({
  name: t(`term.${kind}`, { actor }),
  about: t(`term.${kind}-about`),
});
