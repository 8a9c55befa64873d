import type { Choice } from '../../sim/schema/intervention.ts';
import { percentText } from '../classroom/figures.ts';
import type { Names } from '../classroom/names.ts';
import type { StudentWords } from '../classroom/words/words.ts';

const matterOf = (
  { decide }: StudentWords,
  names: Names,
  { matter, subject }: Extract<Choice, { act: 'vote' }>,
): string => decide.matters[matter ?? 'any'](subject ? names.actor(subject) : '');

/** The question that a group of options answers. */
export function questionText(choice: Choice, names: Names, words: StudentWords): string {
  const { decide } = words;
  switch (choice.act) {
    case 'contribute':
      return choice.alliance ? decide.contributeTo(names.treaty(choice.alliance)) : decide.contribute;
    case 'join':
    case 'leave':
    case 'stay':
      return decide.membership(names.treaty(choice.alliance));
    case 'bear':
      return decide.bear(names.treaty(choice.alliance));
    case 'vote':
      return decide.vote(matterOf(words, names, choice), names.treaty(choice.alliance));
    case 'propose':
      return decide.propose(names.actor(choice.to));
    case 'honour':
    case 'renege':
      return decide.call(names.actor(choice.caller ?? choice.victim ?? ''));
    case 'sign':
      return decide.sign(names.list(choice.parties));
    case 'hold':
      return decide.nothing;
  }
}

/** One answer to that question. */
export function answerText(choice: Choice, { decide, language }: StudentWords): string {
  switch (choice.act) {
    case 'contribute':
      return decide.share(percentText(choice.rate, language));
    case 'join':
      return decide.join;
    case 'leave':
      return decide.leave;
    case 'stay':
      return decide.stay;
    case 'bear':
      return decide.bearIt;
    case 'vote':
      return choice.support ? decide.support : decide.oppose;
    case 'propose':
      return decide.proposeIt;
    case 'honour':
      return decide.honour;
    case 'renege':
      return decide.renege;
    default:
      return decide.nothing;
  }
}

/** A choice by itself, as a phrase without a subject: "leave NATO". */
export function choiceText(choice: Choice, names: Names, words: StudentWords): string {
  const { choices, language } = words;
  switch (choice.act) {
    case 'contribute':
      return choices.contribute(
        percentText(choice.rate, language),
        choice.alliance === undefined ? undefined : names.treaty(choice.alliance),
      );
    case 'join':
    case 'leave':
    case 'stay':
    case 'bear':
      return choices[choice.act](names.treaty(choice.alliance));
    case 'vote':
      return choices.vote(choice.support, matterOf(words, names, choice), names.treaty(choice.alliance));
    case 'propose':
      return choices.propose(names.actor(choice.to));
    case 'honour':
    case 'renege':
      return choices[choice.act](names.actor(choice.caller ?? choice.victim ?? ''));
    case 'sign':
      return choices.sign(names.list(choice.parties));
    case 'hold':
      return words.decide.nothing;
  }
}
