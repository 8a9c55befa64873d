import { describe, expect, it } from 'vitest';
import type { Option, StudentState } from '../../../classroom/protocol/state.ts';
import { REFUSALS } from '../../../classroom/room/judge.ts';
import { clockText, secondsLeft } from '../../../viz/classroom/clock.ts';
import { dateText } from '../../../viz/classroom/figures.ts';
import { happeningText } from '../../../viz/classroom/happening-text.ts';
import { actorNames } from '../../../viz/classroom/names.ts';
import { baseOf, codeIn, isCode, tidyCode } from '../../../viz/classroom/room-address.ts';
import { studentEnglish } from '../../../viz/classroom/words/en.ts';
import { studentSpanish } from '../../../viz/classroom/words/es.ts';
import { amountsFor, factTexts } from '../../../viz/student/amounts.ts';
import { changesOf } from '../../../viz/student/changes.ts';
import { choiceText } from '../../../viz/student/choice-words.ts';
import { draftOf, emptyDraft, loadsOf, offerOf } from '../../../viz/student/offer-draft.ts';
import { groupOptions } from '../../../viz/student/option-groups.ts';
import { isSameChoice } from '../../../viz/student/same-choice.ts';
import { priceOf, sceneIn, stateAt } from '../../browsers/student/states.ts';

const TREATIES = new Map([['entente', 'Entente']]);
const names = actorNames(sceneIn('en'), TREATIES, studentEnglish);
const nombres = actorNames(sceneIn('es'), TREATIES, studentSpanish);

describe('the clock of a phone', () => {
  const clock = { left: 30, isPaused: false };
  it('counts its own running time from the message', () => {
    expect([1_000, 1_001, 11_000, 30_999, 31_000, 99_000].map((now) => secondsLeft(clock, 1_000, now))).toEqual([
      30, 30, 20, 1, 0, 0,
    ]);
  });

  it('stands still in a pause, and shows nothing where nothing runs out', () => {
    expect(secondsLeft({ left: 30, isPaused: true }, 1_000, 99_000)).toBe(30);
    expect(secondsLeft({ left: null, isPaused: false }, 1_000, 99_000)).toBeNull();
  });

  it('is written as clocks are', () => {
    expect([0, 9, 65, 3_600, 86_399].map(clockText)).toEqual(['0:00', '0:09', '1:05', '1:00:00', '23:59:59']);
  });
});

describe('the address of a room', () => {
  it.each([
    ['https://a.org/play?KQ7M', 'KQ7M', 'https://a.org/'],
    ['https://a.org/class/play.html#kq7m', 'KQ7M', 'https://a.org/class/'],
    ['http://192.168.1.4:8080/play?kq7mz#', 'KQ7MZ', 'http://192.168.1.4:8080/'],
    ['https://a.org/play', undefined, 'https://a.org/'],
    ['https://a.org/play#../../x', undefined, 'https://a.org/'],
    ['https://a.org/play?x=1', undefined, 'https://a.org/'],
  ])('%s', (href, code, base) => {
    expect(codeIn(new URL(href))).toBe(code);
    expect(baseOf(href)).toBe(base);
  });

  it('forgives how a code is typed', () => {
    expect([' kq 7m ', 'k-q-7-m', 'KQ7MZXX'].map(tidyCode)).toEqual(['KQ7M', 'KQ7M', 'KQ7MZ']);
    expect(['KQ7', 'KQ01', 'KQ7M', 'KQ7MZ'].map(isCode)).toEqual([false, false, true, true]);
  });
});

describe('a choice', () => {
  it('is the same in whatever order its keys came', () => {
    const vote = { act: 'vote', alliance: 'entente', support: true, matter: 'accession', subject: 'GBR' } as const;
    expect(
      isSameChoice(vote, { subject: 'GBR', matter: 'accession', support: true, alliance: 'entente', act: 'vote' }),
    ).toBe(true);
    expect(isSameChoice(vote, { ...vote, support: false })).toBe(false);
    expect(isSameChoice(null, undefined)).toBe(true);
    expect(isSameChoice(vote, null)).toBe(false);
  });

  it('is named with what it is about, in both languages', () => {
    const choices = stateAt('round', 'en').delegationChoices;
    expect(choices.map((choice) => choiceText(choice, names, studentEnglish))).toEqual([
      'contribute 12% of the budget',
      'vote for in Entente: admit Britain?',
    ]);
    expect(choices.map((choice) => choiceText(choice, nombres, studentSpanish))).toEqual([
      'aportar 12\u00a0% del presupuesto',
      'votar a favor en Entente: ¿admitir a Reino Unido?',
    ]);
  });
});

describe('the options of a state', () => {
  it('are questions; one can be left open where no option happens by itself', () => {
    expect(
      groupOptions(stateAt('round', 'en').options).map(({ slot, options, canBeOpen }) => [
        slot,
        options.length,
        canBeOpen,
      ]),
    ).toEqual([
      ['contribute ', 3, false],
      ['membership entente', 2, false],
      ['membership triple', 1, true],
      ['vote entente accession GBR', 2, true],
    ]);
  });

  it('leave offers to their own place', () => {
    const sign: Option = {
      slot: 'sign',
      choice: { act: 'sign', parties: ['SRB', 'RUS'] },
      price: undefined,
      seenBy: 'parties-now',
      isDefault: false,
    };
    expect(groupOptions([sign])).toEqual([]);
  });
});

describe('an offer', () => {
  const { treaties, offers } = stateAt('round', 'en');
  const price = priceOf('en', 12, 9);

  it('of a new treaty names its parties, and nothing that its rule would say', () => {
    expect(offerOf({ ...emptyDraft, others: ['GBR'] }, 'SRB', treaties, {}, undefined)).toEqual({
      parties: ['SRB', 'GBR'],
      secret: false,
    });
  });

  it('may ask for more or less than the rule', () => {
    const loads = loadsOf('SRB', price, undefined, undefined);
    const draft = {
      ...emptyDraft,
      others: ['GBR'],
      promise: 'neutrality' as const,
      tenths: { SRB: 3 },
      isSecret: true,
    };
    expect(offerOf(draft, 'SRB', treaties, loads, undefined)).toEqual({
      parties: ['SRB', 'GBR'],
      clauses: { obligations: ['neutrality'] },
      quotas: { SRB: 15.6 },
      secret: true,
    });
  });

  it('that answers another keeps its terms where it changes nothing', () => {
    const [made] = offers;
    const draft = draftOf(made!, 'SRB', treaties);
    expect(offerOf(draft, 'SRB', treaties, loadsOf('SRB', price, made!.text, treaties[0]), made!.text)).toEqual({
      ...made!.text,
      parties: expect.arrayContaining(made!.text.parties),
    });
    const less = { ...draft, tenths: { SRB: -5, RUS: 1 } };
    expect(offerOf(less, 'SRB', treaties, loadsOf('SRB', price, made!.text, treaties[0]), made!.text).quotas).toEqual({
      SRB: 7.5,
      RUS: 44,
    });
  });
});

describe('what is said to a person who does not see the page', () => {
  const round = stateAt('round', 'en');
  const told = (before: StudentState, after: StudentState) => changesOf(before, after, names, studentEnglish);

  it('is that a round is open, a call has come, the game is over', () => {
    expect(told(stateAt('lobby', 'en'), round)).toContain('Round 3 is open. Decide now.');
    expect(told(stateAt('running', 'en'), stateAt('crisis', 'en'))).toEqual([
      'Russia calls you to arms against Germany. Answer now.',
    ]);
    expect(told(stateAt('between', 'en'), stateAt('debrief', 'en'))).toEqual(['The game is over']);
  });

  it('is an offer, an answer to one’s own, and an offer that is taken back; not what the person did', () => {
    const [theirs, mine] = round.offers;
    expect(told({ ...round, offers: [] }, round)).toEqual(['Russia makes you an offer.']);
    expect(told(round, { ...round, offers: [theirs!, { ...mine!, replies: { FRA: 'refuse' } }] })).toEqual([
      'France refuses your offer.',
    ]);
    expect(told(round, { ...round, offers: [mine!] })).toEqual(['The offer of Russia is withdrawn.']);
    expect(told(round, { ...round, chosen: { x: { act: 'join', alliance: 'triple' } } })).toEqual([]);
  });
});

describe('what happened', () => {
  const { happened } = stateAt('round', 'en');
  it('is a sentence each, in both languages; of what the page has no words for, none', () => {
    expect(happened.map((one) => happeningText(one, names, studentEnglish))).toEqual([
      'Austria-Hungary attacks Serbia.',
      'Russia keeps the promise to Serbia.',
      'Serbia and Russia defeat Austria-Hungary.',
      undefined,
    ]);
    expect(happened.map((one) => happeningText(one, nombres, studentSpanish))).toEqual([
      'Austria-Hungría ataca a Serbia.',
      'Rusia cumple la promesa hecha a Serbia.',
      'Serbia y Rusia vencen a Austria-Hungría.',
      undefined,
    ]);
  });
});

describe('a date', () => {
  it.each([
    [1908.25, 'April 1908', 'abril de 1908'],
    [1914, '1914', '1914'],
    [-431, '431 BCE', '431 a. C.'],
    [-430.5, 'July 431 BCE', 'julio de 431 a. C.'],
    [62, '62 CE', '62 d. C.'],
  ])('%s', (date, inEnglish, inSpanish) => {
    expect(dateText(date, studentEnglish)).toBe(inEnglish);
    expect(dateText(date, studentSpanish)).toBe(inSpanish);
  });
});

describe('the words of the page', () => {
  it.each([studentEnglish, studentSpanish])('are there for every refusal of a room: $language', ({ refusals }) => {
    expect(Object.keys(refusals).sort()).toEqual(Object.keys(REFUSALS).sort());
  });

  it('are there for the same happenings in both languages', () => {
    expect(Object.keys(studentSpanish.happenings)).toEqual(Object.keys(studentEnglish.happenings));
  });
});

describe('amounts', () => {
  const facts = (budget: number) => [
    { label: 'Material power', value: 0.11, unit: 'share of world capabilities' },
    { label: 'budget', value: budget, unit: 'share of world capabilities' },
    { label: 'effort', value: budget / 4, unit: 'share of world capabilities' },
  ];
  const you = (budget: number) => ({ you: { ...stateAt('round', 'en').you, facts: facts(budget) } });

  it('are written in the scenario’s unit where the budget is some of it', () => {
    const amounts = amountsFor(you(150), studentEnglish);
    expect([amounts.areShares, amounts.write(12.345), amounts.writeOf(12, false)]).toEqual([false, '12.3', '12']);
  });

  it('are shares of the player’s budget where the unit would make them too small to read', () => {
    const amounts = amountsFor(you(0.0055), studentEnglish);
    expect(amounts.areShares).toBe(true);
    expect([0.0000529, 0.00162, 0.0108].map(amounts.write)).toEqual(['0.96%', '29%', '200%']);
    expect([true, false].map((isOwn) => amounts.writeOf(0.00162, isOwn))).toEqual([
      '29% of your budget',
      'as much as 29% of your budget',
    ]);
    expect(amountsFor(you(0.0055), studentSpanish).writeOf(0.00162, false)).toMatch(/^tanto como el 29\s%/);
  });

  it('of what everybody knows are shares of what they are part of', () => {
    expect(factTexts(you(0.0055), studentEnglish)).toEqual([
      { label: 'Material power', text: '0.11', unit: 'share of world capabilities' },
      { label: 'Budget', text: '5% of Material power', unit: '' },
      { label: 'Effort', text: '25%', unit: 'of your budget' },
    ]);
    expect(factTexts(you(150), studentEnglish)[2]).toEqual({
      label: 'Effort',
      text: '37.5',
      unit: 'share of world capabilities',
    });
  });
});
