import type { GlossaryTerm as Id } from '../i18n/glossary.ts';
import { t } from '../i18n/index.ts';
import { TermButton } from './term.tsx';

/** A small question mark beside a word that cannot explain itself, since it is a control or a title already. */
export const Sign = ({ of, word }: { of: Id; word: string }) => (
  <TermButton of={of} label={t('terms.explain', { term: word })}>
    <span class="term-sign" aria-hidden="true">
      ?
    </span>
  </TermButton>
);
