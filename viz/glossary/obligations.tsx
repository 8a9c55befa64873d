import type { Clauses } from '../../sim/schema/treaty.ts';
import { rich, t } from '../i18n/index.ts';
import { listText } from '../run-view/phrase.ts';
import { obligationWords } from '../run-view/treaty-words.ts';
import { TermButton } from './term.tsx';

/** Stands where the list of what is owed goes. */
const OWED = { owed: true };

/** What members owe each other, each kind of promise with its meaning. */
export function Obligations({ obligations }: { obligations: Clauses['obligations'] }) {
  if (obligations.length === 0) return <>{obligationWords(obligations)}</>;
  const kinds = obligations.map((of) => ({ of, part: { text: t(`treaty.obligation-${of}`) } }));
  const owed = listText(kinds.map(({ part }) => part)).map((part) => {
    const kind = kinds.find((one) => one.part === part);
    return kind ? (
      <TermButton key={kind.of} of={kind.of}>
        {part.text}
      </TermButton>
    ) : (
      part.text
    );
  });
  return <>{rich('treaty.obliges', { obligations: OWED }).map((part) => (typeof part === 'string' ? part : owed))}</>;
}
