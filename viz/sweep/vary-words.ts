import type { VaryChoice } from '../../sim/experiment/sweep/choices.ts';
import { isKey, language, t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { pathWords } from '../run-view/path-words.ts';
import { textOf } from '../run-view/phrase.ts';
import type { SweepSource } from './plan-state.ts';

/** Parameters of mechanisms that the screen for single runs has words for. */
const NAMED =
  /^mechanisms\.(?:realign\.(?:renewals|moves|mergers)\.parameters\.weights\.(?:trust|security|inequity|enmity)|realign\.moves\.parameters\.(?:word|deliberation)|trust\.experience\.parameters\.fall|contribute\.pledges\.parameters\.(?:reciprocity|alarm)|crisis\.attacks\.parameters\.aggression)$/;

interface Named {
  id?: unknown;
  name?: unknown;
}

const namesOf = (list: unknown): Map<string, string> =>
  new Map(
    (Array.isArray(list) ? list : []).flatMap((one: Named) =>
      typeof one?.id === 'string' ? [[one.id, typeof one.name === 'string' ? one.name : one.id] as const] : [],
    ),
  );

/** What a path means, in words of the page; empty where it has none. */
export function varyWords(path: string, { scenario }: Pick<SweepSource, 'scenario'>): string {
  if (NAMED.test(path) || path === 'parameters.expost') {
    const key = `explore.lever.${path.split('.').at(-1)}`;
    return isKey(key) ? t(key) : '';
  }
  const actors = namesOf(scenario.actors);
  const named = (id: string): string => {
    const name = actors.get(id);
    return name === undefined ? id : scenarioText(name);
  };
  const parts = /^(actors|dyads)\./.test(path)
    ? pathWords(path, { actorName: named, allianceName: (id) => id, scenario: scenario as never })
    : undefined;
  return parts ? textOf(parts) : '';
}

/** What is said of a choice, and whether it is in the language of the page. */
export function saysOf(
  choice: VaryChoice,
  source: Pick<SweepSource, 'scenario'>,
): { text: string; isForeign: boolean } {
  const words = varyWords(choice.path, source);
  if (words) return { text: words, isForeign: false };
  const { says, of } = choice;
  const told = says ? scenarioText(says) : '';
  const whose = of ? of.split(', ').map(scenarioText).join(', ') : '';
  return {
    text: [whose, told].filter(Boolean).join(': '),
    isForeign: language.value !== 'en' && told !== '' && told === says,
  };
}
