import type { DebriefView } from '../../classroom/protocol/request.ts';
import type { Debrief } from '../../classroom/protocol/state.ts';
import { isLanguage, type Language } from '../i18n/languages.ts';

/** What a link to the replay of a room's game says. */
export interface ReplayLink extends Pick<Debrief, 'event' | 'view'> {
  code: string;
  tick: number | undefined;
  /** A token of the room, for a page that has none of its own. The page takes it out of its address at once. */
  key?: string | undefined;
  /** For the projector: nothing to press, in the language of the class. */
  led?: Language | undefined;
}

/** The part of an address behind which the replay stands. A server sees none of it. */
export function replayHash({ code, tick, event, view, key, led }: ReplayLink): string {
  const parts: [string, string | number | null | undefined][] = [
    ['room', code],
    ['t', tick],
    ['event', event],
    ...(view ? viewParts(view) : []),
    ['key', key],
    ['led', led],
  ];
  const given = parts.filter(([, value]) => value !== undefined && value !== null);
  return `#${given.map(([name, value]) => `${name}=${encodeURIComponent(value!)}`).join('&')}`;
}

function viewParts(view: DebriefView): [string, string | number | null][] {
  switch (view.what) {
    case 'branch':
      return [
        ['show', 'branch'],
        ['from', view.from],
        ['to', view.to],
        ['act', view.act],
        ['actor', view.actor],
      ];
    case 'odds':
      return [
        ['show', 'odds'],
        ['seeds', view.seeds],
        ['decisions', Number(view.decisions)],
      ];
    case 'why':
      return [['show', 'why']];
    // What was secret, promised and expected the projector itself shows.
    default:
      return [];
  }
}

const CODE = /^[A-Z2-9]{4,5}$/;
const TOKEN = /^[A-Za-z0-9_-]{22,64}$/;

/** Reads such a link, which anybody may have written. Undefined for another link; `broken` where it names no room. */
export function replayLinkIn(hash: string): ReplayLink | 'broken' | undefined {
  if (!/^#room(=|%3D)/i.test(hash)) return undefined;
  const given = new URLSearchParams(hash.slice(1).replace(/^room%3D/i, 'room='));
  const code = given.get('room')?.toUpperCase() ?? '';
  if (!CODE.test(code)) return 'broken';
  const key = given.get('key') ?? '';
  const led = given.get('led') ?? '';
  return {
    code,
    tick: wholeIn(given.get('t')),
    event: wholeIn(given.get('event')) ?? null,
    view: viewIn(given),
    ...(TOKEN.test(key) && { key }),
    ...(isLanguage(led) && { led }),
  };
}

const wholeIn = (text: string | null): number | undefined => (/^\d{1,6}$/.test(text ?? '') ? Number(text) : undefined);

function viewIn(given: URLSearchParams): DebriefView | undefined {
  const what = given.get('show');
  switch (what) {
    case 'why':
      return { what };
    case 'branch': {
      const [from, to, act] = [wholeIn(given.get('from')), wholeIn(given.get('to')), given.get('act')];
      return from === undefined || to === undefined || act === null
        ? undefined
        : { what, from, to, act, actor: given.get('actor') };
    }
    case 'odds': {
      const seeds = wholeIn(given.get('seeds')) ?? 0;
      return seeds < 2 || seeds > 1_000 ? undefined : { what, seeds, decisions: given.get('decisions') === '1' };
    }
    default:
      return undefined;
  }
}
