import { afterEach, describe, expect, it } from 'vitest';
import { NON_SECURITY } from '../../../sim/mechanisms/realign/treaty-forms/non-security-treaties.ts';
import { LADDER } from '../../../sim/mechanisms/realign/treaty-forms/security-treaties.ts';
import { speak } from '../../../viz/i18n/index.ts';
import { textOf } from '../../../viz/run-view/phrase.ts';
import { sentence } from '../../../viz/run-view/sentences.ts';
import { foundersFirst, kindNamed, localiseTreatyName, withoutFounders } from '../../../viz/run-view/treaty-names.ts';

// Names of the bundled scenarios, one of them with a dash and one with brackets.
const ACTORS = ['Germany', 'Austria-Hungary', 'Persia (western satrapies)', 'Athens', 'A–B'];
const actors = new Set(ACTORS);
/** Those of the engine, that of a camp which breaks away, and that of a text which players sign. */
const NOUNS = [...LADDER, ...Object.values(NON_SECURITY)].map(({ noun }) => noun).concat('league', 'treaty');

afterEach(() => speak('en'));

describe('the name of a treaty that two founded', () => {
  it.each(NOUNS)('is in English what the engine wrote: %s', (noun) => {
    for (const pair of ['Germany–Austria-Hungary', 'A–B–Athens', 'Persia (western satrapies)–Germany']) {
      const name = `${pair} ${noun}`;
      expect(localiseTreatyName(name, actors)).toBe(name);
      expect(withoutFounders(name, ACTORS)).toBe(noun.charAt(0).toUpperCase() + noun.slice(1));
      expect(kindNamed(name, ACTORS)).toBe(noun.replaceAll(' ', '-'));
    }
  });

  it.each([
    ['Germany–Austria-Hungary alliance', 'Alianza Alemania–Austria-Hungría', 'Alianza'],
    ['Athens–Germany offensive alliance', 'Alianza ofensiva Atenas–Alemania', 'Alianza ofensiva'],
    ['Germany–Athens neutrality treaty', 'Tratado de neutralidad Alemania–Atenas', 'Tratado de neutralidad'],
    ['Germany–Athens non-aggression pact', 'Pacto de no agresión Alemania–Atenas', 'Pacto de no agresión'],
    ['Germany–Athens entente', 'Entente Alemania–Atenas', 'Entente'],
    ['Athens–Germany trade league', 'Liga comercial Atenas–Alemania', 'Liga comercial'],
    ['Athens–Germany league', 'Liga Atenas–Alemania', 'Liga'],
    ['Athens–Germany treaty', 'Tratado Atenas–Alemania', 'Tratado'],
  ])('is put into Spanish: %s', async (name, whole, short) => {
    await speak('es');
    expect(localiseTreatyName(name, actors)).toBe(whole);
    const founders = ['Alemania', 'Austria-Hungría', 'Atenas'];
    expect(withoutFounders(whole, founders)).toBe(short);
  });

  it('is in Spanish for every noun of the engine', async () => {
    await speak('es');
    for (const noun of NOUNS) {
      const whole = localiseTreatyName(`Germany–Athens ${noun}`, actors);
      expect(whole, noun).toMatch(/^\p{Lu}.* Alemania–Atenas$/u);
      expect(kindNamed(whole, ['Alemania', 'Atenas'])).toBe(noun.replaceAll(' ', '-'));
    }
  });

  it('says first who founded it, where there is room for its beginning only', async () => {
    expect(foundersFirst('Germany–Athens entente', ['Germany', 'Athens'])).toBe('Germany–Athens: entente');
    await speak('es');
    const founders = ['Alemania', 'Atenas'];
    expect(foundersFirst('Pacto de no agresión Alemania–Atenas', founders)).toBe(
      'Alemania–Atenas: pacto de no agresión',
    );
    expect(foundersFirst('Doble Alianza', founders)).toBe('Doble Alianza');
  });

  it('is left alone where the engine did not make it', async () => {
    await speak('es');
    for (const name of ['Germany alliance', 'Germany–Nowhere alliance', 'Germany–Athens marriage', 'alliance', '–', ''])
      expect(localiseTreatyName(name, actors)).toBe(name);
    expect(kindNamed('Alianza Alemania–Atenas', ['Alemania'])).toBeUndefined();
  });
});

describe('the founding', () => {
  const names = {
    actorName: (id: string) => ({ GER: 'Alemania', ATH: 'Atenas' })[id] ?? id,
    allianceName: (id: string) => id,
  };
  const founding = (name: string) =>
    sentence(
      { kind: 'founded', tick: 0, alliance: 'GER-ATH-1', name, who: ['GER', 'ATH'], because: [] } as never,
      names,
    );

  it('is told by the kind of what is founded, which stands for the treaty', async () => {
    await speak('es');
    const parts = founding('Tratado de neutralidad Alemania–Atenas');
    expect(textOf(parts)).toBe('Alemania y Atenas fundan un tratado de neutralidad');
    expect(parts.at(-1)).toEqual({ text: 'un tratado de neutralidad', alliance: 'GER-ATH-1' });
  });

  it('says the name of a treaty that has one', async () => {
    await speak('es');
    expect(textOf(founding('Doble Alianza'))).toContain('Doble Alianza');
  });
});
