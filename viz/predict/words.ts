import { t } from '../i18n/index.ts';
import { labelOf } from '../run-view/curves.ts';
import type { Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { inWords, theName } from '../run-view/words.ts';
import type { Prediction } from './predict-state.ts';
import { type Choice, figureOf, type Question, type Wager } from './predictions.ts';

// Questions and answers in words; called while drawing, so that they follow the language.

export function askedInWords(asked: Question | Wager, story: Story): string {
  switch (asked.kind) {
    case 'stands':
    case 'leaves':
      return t(`predict.${asked.kind}`, { alliance: theName(asked.alliance.name) });
    case 'count':
      return t('predict.count', { now: asked.now });
    case 'lever': {
      const { lever, to } = asked;
      return t('predict.lever', {
        lever: lever.key.replace('parameters.', ''),
        from: inWords(lever.value),
        to: inWords(to),
        figure: labelOf(figureOf(story)?.key ?? ''),
      });
    }
  }
}

export function choiceInWords(choice: Choice, story: Story): string {
  if (choice.startsWith('actor ')) return story.actors[Number(choice.slice(6))]?.name ?? '–';
  return t(`predict.${choice as Exclude<Choice, `actor ${number}`>}`);
}

export function answerInWords(asked: Question | Wager, { tried }: Prediction, story: Story): string {
  switch (asked.kind) {
    case 'stands':
      return asked.end === undefined
        ? t('predict.stoodYes', { alliance: theName(asked.alliance.name) })
        : t('predict.stoodNo', { alliance: theName(asked.alliance.name), date: dateLabel(story.clock, asked.end) });
    case 'leaves':
      return asked.at === undefined
        ? t('predict.leftNobody')
        : t('predict.left', { actor: choiceInWords(asked.answer, story), date: dateLabel(story.clock, asked.at) });
    case 'count':
      return t('predict.counted', { now: asked.now, end: asked.end });
    case 'lever':
      return t('predict.became', {
        figure: labelOf(figureOf(story)?.key ?? ''),
        before: inWords(tried?.before),
        after: inWords(tried?.after),
      });
  }
}
