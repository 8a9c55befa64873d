import type { InputChange, MinimalChange } from '../../sim/counterfactual/minimal-change.ts';
import type { Event } from '../../sim/world/event.ts';
import { isKey, numeral, t } from '../i18n/index.ts';
import { pathWords } from '../run-view/path-words.ts';
import { listPhrase, textOf } from '../run-view/phrase.ts';
import type { Plan } from '../run-view/plan.ts';
import type { RunView } from '../run-view/run-view.ts';
import { decisionWords } from './choice-words.ts';

const number = (value: number): string => numeral({ maximumSignificantDigits: 3 }).format(value);

/** "Would have stayed if its loyalty were 0.62 or more (it is 0.41)". */
export function minimalChangeWords(change: InputChange, event: Event, run: RunView): string {
  const averted = `why.flip-${event.kind}`;
  return t('why.flip', {
    averted: t(isKey(averted) ? averted : 'why.flip-other'),
    control: ownInput(change.path, event) ?? inputWords(change.path, run),
    ...numbersOf(change),
  });
}

/** "Only by way of other events: this would not have happened if the loyalty of Athens were 0.62 (it is 0.41)". */
export const indirectWords = (change: InputChange, run: RunView): string =>
  t('why.indirect', { control: inputWords(change.path, run), ...numbersOf(change) });

const numbersOf = ({ from, to, onward }: InputChange): { from: string; to: string; onward: string } => ({
  to: number(to),
  from: number(from),
  onward: !onward ? 'not' : to > from ? 'more' : 'less',
});

/** Whose decision is another then. */
export const decidersWords = ({ deciders }: InputChange, run: RunView): string =>
  deciders.length === 0
    ? t('why.decision-of-chance')
    : t('why.decision-of', { actors: textOf(listPhrase(deciders, run)) });

const inputWords = (path: string, run: RunView): string => textOf(pathWords(path, run) ?? [{ text: path }]);

/** A trait of the one who acts is simply its own. */
function ownInput(path: string, { who }: Event): string | undefined {
  const [room, id, trait] = path.split('.');
  const key = `why.lever-${room === 'effort' ? 'effort' : trait}`;
  const own = who.length === 1 && id === who[0] && (room === 'effort' || (room === 'actors' && trait !== 'resources'));
  return own && isKey(key) ? t('why.own', { control: t(key) }) : undefined;
}

/** The branch in which the smallest change is made. */
export const planOfChange = ({ intervention }: InputChange, tick: number): Plan => ({
  tick,
  interventions: [intervention],
});

/** The branch in which the one who decided is made to decide otherwise. */
export const planOfOther = ({ intervention }: NonNullable<MinimalChange['otherwise']>, tick: number): Plan => ({
  tick,
  interventions: [intervention],
});

export const otherWords = (
  { actor, choice }: NonNullable<MinimalChange['otherwise']>['intervention'],
  run: RunView,
): { actor: string; choice: string } => ({ actor: run.actorName(actor), choice: decisionWords(choice, run) });
