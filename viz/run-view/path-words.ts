import { isKey, t } from '../i18n/index.ts';
import { compose, type NameLookup, type PhrasePart } from './phrase.ts';
import type { RunView } from './run-view.ts';

type Speaker = NameLookup & Partial<Pick<RunView, 'scenario'>>;

/** What a path of the engine’s means, in words: "the loyalty of Athens"; undefined for one that the page has no words for. */
export function pathWords(path: string, names: Speaker): PhrasePart[] | undefined {
  const [room, id = '', ...rest] = path.split('.');
  const who = (actor: string) => ({ parts: [{ text: names.actorName(actor), actor }] });
  if (room === 'effort') return of('effort', id, who);
  if (room === 'actors' && rest[0] === 'resources') return of(resourceName(names, rest[1] ?? ''), id, who, true);
  if (room === 'actors') return of(rest.join('.'), id, who);
  if (room === 'threats' && rest[0] === 'strength') return of('strength', id, who);
  const [from, to, field] = room === 'dyads' ? [id, rest[0], rest[1]] : [id, rest[1], rest[0]];
  const key = `why.lever-${field}`;
  if ((room !== 'dyads' && room !== 'threats') || to === undefined || !isKey(key)) return undefined;
  return compose(key, { actor: who(from), other: who(to) });
}

function of(
  name: string,
  actor: string,
  who: (id: string) => { parts: PhrasePart[] },
  own = false,
): PhrasePart[] | undefined {
  const key = `why.lever-${name}`;
  if (!own && !isKey(key)) return undefined;
  const control = !own && isKey(key) ? t(key) : name.charAt(0).toLowerCase() + name.slice(1);
  return compose('why.lever-of', { control, actor: who(actor) });
}

const resourceName = ({ scenario }: Speaker, id: string): string =>
  scenario?.resources?.find((resource) => resource.id === id)?.name ?? id;
