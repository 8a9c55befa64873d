import type { Intervention } from '../../sim/schema/intervention.ts';
import { isKey, t } from '../i18n/index.ts';
import { leverOf } from './path-words.ts';
import { textOf } from './phrase.ts';
import type { Plan } from './plan.ts';
import type { Story } from './run-view.ts';
import { sentence } from './sentences.ts';
import { theName } from './words.ts';

/** What a branch changes, in words: "Italy leaves the Triple Alliance; the loyalty of Serbia is set to 0.2". */
export const saysOf = (story: Story, { interventions, without = [] }: Plan): string =>
  [
    ...without.map((k) => t('branch.says.undone', { what: told(story, story.replay.interventions[k]!) })),
    ...grouped(interventions, story),
  ].join('; ');

/** Several actors who decide the same are told in one clause. */
function grouped(interventions: readonly Intervention[], story: Story): string[] {
  const clauses = new Map<string, Intervention[]>();
  interventions.forEach((placed, k) => {
    const key = placed.kind === 'decide' ? `${placed.tick} ${JSON.stringify(placed.choice)}` : String(k);
    clauses.set(key, [...(clauses.get(key) ?? []), placed]);
  });
  return [...clauses.values()].map((like) => told(story, like[0]!, like));
}

function told(story: Story, placed: Intervention, like: readonly Intervention[] = [placed]): string {
  switch (placed.kind) {
    case 'shock':
      return placed.shock.name;
    case 'cancel':
      return placed.what === 'treaty'
        ? t('branch.says.cancel', { alliance: theName(story.allianceName(placed.id)) })
        : t('branch.says.avert', { shock: shockName(story, placed.id) });
    case 'set':
      return setTo(story, placed);
    case 'decide':
      return decided(
        story,
        placed,
        like.flatMap((one) => (one.kind === 'decide' ? [one.actor] : [])),
      );
  }
}

function decided(story: Story, { tick, choice }: Extract<Intervention, { kind: 'decide' }>, who: string[]): string {
  const actor = new Intl.ListFormat(t('branch.locale')).format(who.map(story.actorName));
  const n = who.length;
  switch (choice.act) {
    case 'leave':
    case 'join': {
      const kind = choice.act === 'leave' ? 'left' : 'joined';
      return textOf(sentence({ tick, by: '', kind, alliance: choice.alliance, who, because: [] }, story));
    }
    case 'propose':
      return t('branch.says.propose', { actor, other: story.actorName(choice.to) });
    case 'contribute':
      return t('branch.says.contribute', { actor, share: String(Number((100 * choice.rate).toPrecision(12))) });
    case 'honour':
      return t('branch.says.honour', { actor, n });
    case 'renege':
      return t('branch.says.renege', { actor, n });
    case 'vote':
      return t(choice.support ? 'branch.says.voteFor' : 'branch.says.voteAgainst', {
        actor,
        n,
        alliance: theName(story.allianceName(choice.alliance)),
      });
    default:
      return t(`branch.says.${choice.act}`, { actor, n, alliance: theName(story.allianceName(choice.alliance)) });
  }
}

function setTo(story: Story, { path, value }: Extract<Intervention, { kind: 'set' }>): string {
  const [room, id = '', trait = ''] = path.split('.');
  const key = `branch.trait.${trait}`;
  if (room === 'actors' && isKey(key))
    return t('branch.says.trait', { trait: t(key), actor: story.actorName(id), value: String(value) });
  const lever = leverOf(path, story);
  if (lever) return t('why.says-set', { lever: textOf(lever), to: String(value) });
  return t('branch.says.set', { what: room === 'parameters' ? id : path, value: String(value) });
}

/** A shock by the name it was told with; one that never struck by its id. */
function shockName({ events }: Story, id: string): string {
  const event = events.find((one) => one.kind === 'shock' && one.shock === id);
  return event?.kind === 'shock' ? event.name : id;
}
