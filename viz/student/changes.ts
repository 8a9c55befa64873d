import type { StudentState } from '../../classroom/protocol/state.ts';
import type { Names } from '../classroom/names.ts';
import type { StudentWords } from '../classroom/words/words.ts';

/** What a person who does not see the page must be told of a new state, sentence by sentence. What they did themselves is not among it. */
export function changesOf(before: StudentState, after: StudentState, names: Names, words: StudentWords): string[] {
  const { said, notice, stage } = words;
  const sentences: string[] = [];
  if (after.you.isLeftToBot && !before.you.isLeftToBot) sentences.push(notice.bot);
  if (after.stage !== before.stage || after.round !== before.round) {
    if (after.stage === 'round') sentences.push(said.round(after.round + 1));
    else if (after.stage === 'crisis')
      sentences.push(
        ...(after.calls.length > 0
          ? after.calls.map(({ caller, foe }) => said.call(names.actor(caller), names.actor(foe)))
          : [stage.crisisOthers]),
      );
    else sentences.push(stage[after.stage]);
  }
  if (cardsOf(after) > cardsOf(before)) sentences.push(said.card);
  const known = new Map(before.offers.map((offer) => [offer.id, offer]));
  for (const { id, by, isYours, replies } of after.offers) {
    const earlier = known.get(id);
    if (!earlier && !isYours) sentences.push(said.offer(names.actor(by)));
    if (!isYours) continue;
    for (const [party, reply] of Object.entries(replies))
      if (party !== by && earlier && earlier.replies[party] !== reply)
        sentences.push(said.reply(names.actor(party), reply));
  }
  if (after.stage === 'round' && before.stage === 'round' && after.round === before.round) {
    const now = new Set(after.offers.map(({ id }) => id));
    for (const { id, by, isYours } of before.offers)
      if (!now.has(id) && !isYours) sentences.push(said.gone(names.actor(by)));
  }
  return sentences;
}

const cardsOf = ({ cards, you }: StudentState): number => cards.length + you.cards.length;
