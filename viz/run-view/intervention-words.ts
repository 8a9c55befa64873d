import type { Intervention } from '../../sim/schema/intervention.ts';
import { isKey, t } from '../i18n/index.ts';
import { pathWords } from './path-words.ts';
import { textOf } from './phrase.ts';
import type { Plan } from './plan.ts';
import type { RunView } from './run-view.ts';
import { sentence } from './sentences.ts';
import { nameWithArticle, settingText } from './words.ts';

/** What a branch changes, in words: "Italy leaves the Triple Alliance; the loyalty of Serbia is set to 0.2". */
export const planWords = (run: RunView, { interventions, without = [] }: Plan): string =>
  [
    ...without.map((k) => t('branch.says.undone', { what: clauseOf(run, run.replay.interventions[k]!) })),
    ...grouped(interventions, run),
  ].join('; ');

/** Several actors who decide the same share one clause. */
function grouped(interventions: readonly Intervention[], run: RunView): string[] {
  const clauses = new Map<string, Intervention[]>();
  interventions.forEach((placed, k) => {
    const key = placed.kind === 'decide' ? `${placed.tick} ${JSON.stringify(placed.choice)}` : String(k);
    clauses.set(key, [...(clauses.get(key) ?? []), placed]);
  });
  return [...clauses.values()].map((like) => clauseOf(run, like[0]!, like));
}

function clauseOf(run: RunView, placed: Intervention, like: readonly Intervention[] = [placed]): string {
  switch (placed.kind) {
    case 'shock':
      return placed.shock.name;
    case 'cancel':
      return placed.what === 'treaty'
        ? t('branch.says.cancel', { alliance: nameWithArticle(run.allianceName(placed.id)) })
        : t('branch.says.avert', { shock: shockName(run, placed.id) });
    case 'set':
      return setTo(run, placed);
    case 'decide':
      return decided(
        run,
        placed,
        like.flatMap((one) => (one.kind === 'decide' ? [one.actor] : [])),
      );
  }
}

const listed = (who: readonly string[], run: RunView): string =>
  new Intl.ListFormat(t('branch.locale')).format(who.map(run.actorName));

function decided(run: RunView, { tick, choice }: Extract<Intervention, { kind: 'decide' }>, who: string[]): string {
  const actor = listed(who, run);
  const n = who.length;
  switch (choice.act) {
    case 'leave':
    case 'join': {
      const kind = choice.act === 'leave' ? 'left' : 'joined';
      return textOf(sentence({ tick, by: '', kind, alliance: choice.alliance, who, because: [] }, run));
    }
    case 'propose':
      return t('branch.says.propose', { actor, other: run.actorName(choice.to) });
    case 'contribute': {
      const share = settingText(100 * choice.rate);
      if (choice.alliance === undefined) return t('branch.says.contribute', { actor, share });
      return t('branch.says.contributeTo', {
        actor,
        share,
        alliance: nameWithArticle(run.allianceName(choice.alliance)),
      });
    }
    case 'hold':
      return t('branch.says.hold', { actor, ticks: choice.ticks });
    case 'sign': {
      const parties = listed(choice.parties, run);
      if (choice.alliance === undefined) return t('branch.says.sign', { parties });
      return t('branch.says.amend', { parties, alliance: nameWithArticle(run.allianceName(choice.alliance)) });
    }
    case 'honour':
      return t('branch.says.honour', { actor, n });
    case 'renege':
      return t('branch.says.renege', { actor, n });
    case 'vote':
      return t(choice.support ? 'branch.says.voteFor' : 'branch.says.voteAgainst', {
        actor,
        n,
        alliance: nameWithArticle(run.allianceName(choice.alliance)),
      });
    default:
      return t(`branch.says.${choice.act}`, { actor, n, alliance: nameWithArticle(run.allianceName(choice.alliance)) });
  }
}

function setTo(run: RunView, { path, value }: Extract<Intervention, { kind: 'set' }>): string {
  const [room, id = '', trait = ''] = path.split('.');
  const key = `branch.trait.${trait}`;
  if (room === 'actors' && isKey(key))
    return t('branch.says.trait', { trait: t(key), actor: run.actorName(id), value: settingText(value) });
  const control = pathWords(path, run);
  if (control) return t('why.says-set', { control: textOf(control), to: settingText(value) });
  return t('branch.says.set', { what: room === 'parameters' ? id : path, value: settingText(value) });
}

/** A shock by the name it was given; one that never struck by its id. */
function shockName({ events }: RunView, id: string): string {
  const event = events.find((one) => one.kind === 'shock' && one.shock === id);
  return event?.kind === 'shock' ? event.name : id;
}
