import { t } from '../i18n/index.ts';
import { labelOf } from '../run-view/curves.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { inWords, nameWithArticle, threeFigures } from '../run-view/words.ts';
import type { Prediction } from './predict-state.ts';
import { figureOf, type PredictionChoice, type PredictionQuestion, type SettledQuestion } from './predictions.ts';

// Questions and answers in words; called while drawing, so that they follow the language.

export function askedInWords(asked: PredictionQuestion | SettledQuestion, run: RunView): string {
  switch (asked.kind) {
    case 'stands':
    case 'leaves':
      return t(`predict.${asked.kind}`, { alliance: nameWithArticle(asked.alliance.name) });
    case 'count':
      return t('predict.count', { now: asked.now });
    case 'trend':
      return t('predict.trend', { figure: asked.figure });
    case 'lever': {
      const { control, to } = asked;
      return t('predict.lever', {
        control: control.key.replace('parameters.', ''),
        from: inWords(control.value),
        to: inWords(to),
        figure: labelOf(figureOf(run)?.key ?? ''),
      });
    }
  }
}

export function choiceInWords(choice: PredictionChoice, run: RunView): string {
  if (choice.startsWith('actor ')) return run.actors[Number(choice.slice(6))]?.name ?? '–';
  return t(`predict.${choice as Exclude<PredictionChoice, `actor ${number}`>}`);
}

export function answerInWords(
  asked: PredictionQuestion | SettledQuestion,
  { tried }: Prediction,
  run: RunView,
): string {
  switch (asked.kind) {
    case 'stands':
      return asked.end === undefined
        ? t('predict.stoodYes', { alliance: nameWithArticle(asked.alliance.name) })
        : t('predict.stoodNo', {
            alliance: nameWithArticle(asked.alliance.name),
            date: dateLabel(run.clock, asked.end),
          });
    case 'leaves':
      return asked.at === undefined
        ? t('predict.leftNobody')
        : t('predict.left', { actor: choiceInWords(asked.answer, run), date: dateLabel(run.clock, asked.at) });
    case 'count':
      return t('predict.counted', { now: asked.now, end: asked.end });
    case 'trend':
      return t('predict.trended', {
        figure: asked.figure,
        before: threeFigures(asked.start),
        after: threeFigures(asked.end),
      });
    case 'lever':
      return t('predict.became', {
        figure: labelOf(figureOf(run)?.key ?? ''),
        before: inWords(tried?.before),
        after: inWords(tried?.after),
      });
  }
}
