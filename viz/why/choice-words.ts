import type { Choice } from '../../sim/schema/intervention.ts';
import { isKey, t } from '../i18n/index.ts';
import { compose, listPhrase, named, type PhrasePart, textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { kindOfTreaty } from '../run-view/sentences.ts';

type Speaker = Pick<RunView, 'actorName' | 'allianceName' | 'indexOf' | 'spellOut'>;

/** A choice as the engine names it, `join ID` or `found NOUN with ID`, in words. */
export function choiceWords(label: string, run: Speaker): PhrasePart[] {
  const whole = `why.choice-${label.replaceAll(' ', '-')}`;
  if (isKey(whole)) return [{ text: t(whole) }];
  const [verb = '', object = ''] = label.split(' ');
  if (verb === 'found') {
    const [noun = '', other = ''] = label.slice('found '.length).split(' with ');
    return compose('why.choice-found', {
      novelty: { parts: kindOfTreaty(noun) },
      object: { parts: listPhrase([other], run) },
    });
  }
  const key = `why.choice-${verb}`;
  if (isKey(key) && object) return compose(key, { object: { parts: named(run.allianceName(object), object) } });
  return run.indexOf.has(label) ? listPhrase([label], run) : [{ text: run.spellOut(label) }];
}

/** A person’s decision in words: what somebody is made to do. */
export function decisionWords(choice: Choice, run: Speaker): string {
  switch (choice.act) {
    case 'join':
    case 'leave':
    case 'stay':
    case 'bear':
      return textOf(choiceWords(`${choice.act} ${choice.alliance}`, run));
    case 'propose':
      return textOf(compose('why.choice-propose', { object: { parts: listPhrase([choice.to], run) } }));
    case 'vote':
      return t(choice.support ? 'why.choice-vote-yes' : 'why.choice-vote-no');
    case 'honour':
    case 'renege':
      return t(`why.choice-${choice.act}`);
    case 'contribute':
      return t('why.lever-effort');
  }
}
