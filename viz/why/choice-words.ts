import type { Choice } from '../../sim/schema/intervention.ts';
import type { Alternative } from '../../sim/world/event.ts';
import { t } from '../i18n/index.ts';
import { compose, listPhrase, named, type PhrasePart, textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { kindOfTreaty } from '../run-view/sentences.ts';

type Speaker = Pick<RunView, 'actorName' | 'allianceName' | 'indexOf'>;

/** A choice that was not taken, in words. */
export function choiceWords(choice: Alternative, run: Speaker): PhrasePart[] {
  switch (choice.act) {
    case 'found':
      return compose('why.choice-found', {
        novelty: { parts: kindOfTreaty(choice.form) },
        object: { parts: listPhrase([choice.to], run) },
      });
    case 'join':
    case 'switch':
    case 'leave':
      return aboutAlliance(choice.act, choice.alliance, run);
    case 'demand':
      return listPhrase([choice.to], run);
    default:
      return [{ text: t(`why.choice-${choice.act}`) }];
  }
}

const aboutAlliance = (
  act: 'join' | 'switch' | 'leave' | 'stay' | 'bear',
  alliance: string,
  run: Speaker,
): PhrasePart[] => compose(`why.choice-${act}`, { object: { parts: named(run.allianceName(alliance), alliance) } });

/** A person’s decision in words: what somebody is made to do. */
export function decisionWords(choice: Choice, run: Speaker): string {
  switch (choice.act) {
    case 'join':
    case 'leave':
    case 'stay':
    case 'bear':
      return textOf(aboutAlliance(choice.act, choice.alliance, run));
    case 'propose':
      return textOf(compose('why.choice-propose', { object: { parts: listPhrase([choice.to], run) } }));
    case 'vote':
      return t(choice.support ? 'why.choice-vote-yes' : 'why.choice-vote-no');
    case 'honour':
    case 'renege':
    case 'sign':
    case 'hold':
      return t(`why.choice-${choice.act}`);
    case 'contribute':
      return t('why.lever-effort');
  }
}
