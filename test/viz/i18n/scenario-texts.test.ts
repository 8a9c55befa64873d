import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { check } from '../../../sim/check/check.ts';
import { spanishScenarioTexts } from '../../../viz/i18n/es/scenarios/index.ts';
import { speak } from '../../../viz/i18n/index.ts';
import { scenarioText } from '../../../viz/i18n/scenario-texts.ts';
import { allNamesOf } from '../../../viz/run-view/localise.ts';
import { localiseTreatyName } from '../../../viz/run-view/treaty-names.ts';
import { createSession } from '../../../workers/session.ts';
import { labelsOf, textsOf } from './quotes.ts';

beforeAll(() => speak('es'));
afterAll(() => speak('en'));

/** Texts that are the same in both languages are among the translations too, so that a forgotten one is seen. */
const isSpoken = (text: string): boolean =>
  Object.hasOwn(spanishScenarioTexts, text) || scenarioText(text) !== text || /^Actor \d+$/.test(text);

describe('in Spanish', () => {
  it.each(Object.entries(scenarios))('is everything that %s says', async (_, scenario) => {
    const checked = check(scenario);
    if (!('value' in checked)) throw new Error('a bundled scenario is at fault');
    const run = await createSession().run({ scenario, seed: '1' });
    const written = new Set(run.actors.flatMap(allNamesOf));
    const all = [...textsOf(checked.value, run.says), ...labelsOf(run), ...written];
    const treaties = run.alliances.map(({ name }) => name);
    expect(all.filter((text) => !isSpoken(text))).toEqual([]);
    // Those that are founded in the run as well, which the engine names.
    expect(treaties.filter((name) => localiseTreatyName(name, written) === name && !isSpoken(name))).toEqual([]);
  });

  it('leaves as it is what a stranger wrote', () => {
    for (const text of ['My own alliance', '__proto__', 'constructor 7', '']) expect(scenarioText(text)).toBe(text);
  });

  it('keeps the numbers of every text', () => {
    const numbers = (text: string): string[] => [...new Set(text.match(/\d+/g))].sort();
    const other = Object.entries(spanishScenarioTexts).filter(
      ([english, spanish]) => numbers(english).join(' ') !== numbers(spanish).join(' '),
    );
    expect(other).toEqual([]);
  });
});
