import type { Event } from '../../sim/event.ts';
import { type Story, withoutFounders } from './story.ts';

/** A stretch of a sentence; names carry whom they mean, so that a view may mark them. */
export interface Part {
  text: string;
  actor?: string;
  alliance?: string;
}

type Names = Pick<Story, 'actorName' | 'allianceName'>;

const plain = (text: string): Part => ({ text });

/** More than so many are not all named. */
const CROWD = 8;
const NAMED = 6;

/** "A", "A and B", "A, B and C"; of a crowd the first few "and 12 others". */
function list(ids: readonly string[], names: Names): Part[] {
  const shown = ids.length > CROWD ? ids.slice(0, NAMED) : ids;
  const parts: Part[] = [];
  shown.forEach((id, k) => {
    if (k > 0) parts.push(plain(k === ids.length - 1 ? ' and ' : ', '));
    parts.push({ text: names.actorName(id), actor: id });
  });
  if (shown !== ids) parts.push(plain(` and ${ids.length - NAMED} others`));
  return parts;
}

/** A treaty with its article, unless its name has one. */
const named = (name: string, alliance: string): Part[] =>
  /^the /i.test(name) ? [{ text: name, alliance }] : [plain('the '), { text: name, alliance }];

/** {field} is filled in, [one|many] agrees with the number of actors. Names of treaties, singular or plural, are never subjects. */
const PHRASES: Record<string, string> = {
  founded: '{who} [founds|found] {novelty}',
  joined: '{who} [joins|join] {alliance}',
  refused: '{who} [is|are] refused by {alliance}',
  notice: '{who} [gives|give] notice to {alliance}',
  stayed: '{who} [takes|take] back the notice to {alliance}',
  left: '{who} [leaves|leave] {alliance}',
  expelled: '{who} [is|are] expelled from {alliance}',
  merged: 'The members of {alliance} pass into {into}',
  split: '{who} [splits|split] from {from} as {alliance}',
  'dissolved-lapsed': 'The term runs out for {alliance}',
  'dissolved-deserted': 'Too few are left to keep up {alliance}',
  'dissolved-cancelled': 'The members cancel {alliance}',
  'dissolved-superseded': 'A new treaty replaces {alliance}',
  'dissolved-fulfilled': 'The danger is over that called for {alliance}',
  dissolved: 'This is the end of {alliance}',
  renewed: '{who} [renews|renew] {alliance}',
  attacked: '{who} [attacks|attack] {victim}',
  honoured: '{who} [keeps its|keep their] word to {victim} against {attacker}',
  reneged: '{who} [leaves|leave] {victim} alone against {attacker}',
  violated: '{who} [breaks|break] the promise to {victim} in {alliance}',
  'fought-true': '{who} [defeats|defeat] {against}',
  'fought-false': '{who} [loses|lose] to {against}',
  relief: '{who} [is|are] paid relief by {alliance}',
  sanctioned: '{who} [is|are] fined for paying too little in {alliance}',
  amends: '{who} [makes|make] amends to {victim}',
  tribute: '{who} [pays|pay] tribute to {to}',
  'dispute-opened': '{who} [opens|open] a dispute in {alliance} ({rung})',
  'dispute-climbed': 'The dispute of {who} climbs to {rung} in {alliance}',
  'dispute-climbed-exit': 'The dispute of {who} ends in exit from {alliance}',
  'dispute-settled': 'The dispute of {who} is settled by {rung} in {alliance}',
  'dispute-settled-mediation': 'The dispute of {who} in {alliance} is settled with the help of {mediator}',
  deadlock: '{who} [blocks|block] {matter} in {alliance}',
  renegotiated: '{who} [renegotiates|renegotiate] {alliance}',
  shock: '{name}',
  'shock-over': 'A shock has passed',
  intervention: 'Intervention: {what}',
  'no-occasion': '{who} [finds|find] no occasion to {what}',
};

/** A kind may have a phrase for each way in which it happens. */
function phraseOf(event: Event): string {
  const { kind, how, won, rung } = event as unknown as Record<string, unknown>;
  for (const way of [how, won, rung]) if (Object.hasOwn(PHRASES, `${kind}-${way}`)) return PHRASES[`${kind}-${way}`]!;
  return Object.hasOwn(PHRASES, event.kind) ? PHRASES[event.kind]! : `{who} ${event.kind.replaceAll('-', ' ')}`;
}

/** What happened, in plain words. */
export function sentence(event: Event, names: Names): Part[] {
  return phraseOf(event)
    .split(/(\{\w+\}|\[[^\]]+\])/)
    .flatMap((piece) => {
      if (piece.startsWith('{')) return field(event, piece.slice(1, -1), names);
      if (!piece.startsWith('[')) return piece ? [plain(piece)] : [];
      const [one, many] = piece.slice(1, -1).split('|');
      return [plain(event.who.length === 1 ? one! : many!)];
    });
}

const TREATIES = ['alliance', 'into', 'from'];
const ACTORS = ['who', 'victim', 'attacker', 'against', 'mediator', 'to'];

function field(event: Event, name: string, names: Names): Part[] {
  if (name === 'novelty') return event.kind === 'founded' ? novelty(event, names) : [];
  const value: unknown = Reflect.get(event, name);
  if (TREATIES.includes(name)) return named(names.allianceName(String(value)), String(value));
  if (ACTORS.includes(name)) return list([value].flat().map(String), names);
  return [plain(String(value))];
}

/** What was founded: a treaty that is only named after its founders is called by its kind, since they stand there already. */
function novelty({ alliance, name, who }: Event & { kind: 'founded' }, names: Names): Part[] {
  const short = withoutFounders(
    name,
    who.map((id) => names.actorName(id)),
  );
  if (short === name) return named(name, alliance);
  const article = /^[aeiou]/i.test(short) ? 'an ' : 'a ';
  return [plain(article), { text: short.charAt(0).toLowerCase() + short.slice(1), alliance }];
}

export const textOf = (parts: readonly Part[]): string => parts.map((part) => part.text).join('');
