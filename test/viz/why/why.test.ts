import { afterEach, describe, expect, it } from 'vitest';
import { histories, scenarios } from '../../../scenarios/index.ts';
import type { InputChange } from '../../../sim/counterfactual/minimal-change.ts';
import { TERMS } from '../../../sim/mechanisms/realign/utility/terms.ts';
import type { Event } from '../../../sim/world/event.ts';
import { concerns, disputesOf, lastEvents, promisesOf } from '../../../viz/details/promises.ts';
import { provenanceNotesOf, signOf, speaker } from '../../../viz/details/provenance.ts';
import { speak } from '../../../viz/i18n/index.ts';
import type { Language } from '../../../viz/i18n/languages.ts';
import { deciderOf } from '../../../viz/run-view/decider.ts';
import { planWords } from '../../../viz/run-view/intervention-words.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { pathWords } from '../../../viz/run-view/path-words.ts';
import { textOf } from '../../../viz/run-view/phrase.ts';
import { toRunView } from '../../../viz/run-view/run-view.ts';
import { sentence } from '../../../viz/run-view/sentences.ts';
import { treatyWords } from '../../../viz/run-view/treaty-words.ts';
import { choiceWords } from '../../../viz/why/choice-words.ts';
import { explainingEventOf } from '../../../viz/why/explaining-event.ts';
import {
  decidersWords,
  indirectWords,
  minimalChangeWords,
  planOfChange,
} from '../../../viz/why/minimal-change-words.ts';
import { termWords } from '../../../viz/why/term-words.ts';
import { createSession } from '../../../workers/session.ts';
import { replay, setting } from '../run-view/replay-builder.ts';

const told = toRunView({ ...setting, resources: [{ id: 'power', name: 'Material power' }] }, replay());
const LANGUAGES: Language[] = ['en', 'es'];
afterEach(() => speak('en'));

describe('a term of a decision', () => {
  it.each(LANGUAGES)(
    'has a name and a sentence, whatever a bundled run says: %s',
    async (language) => {
      await speak(language);
      for (const [id, scenario] of Object.entries(scenarios)) {
        const made = await createSession().run({ scenario, seed: '1' });
        const run = toRunView(scenario as ScenarioView, made);
        const terms = made.events.flatMap(({ because }) => because);
        const unknown = terms.filter((term) => termWords(term, run).about === undefined);
        expect(new Set(unknown.map(({ term }) => term)), id).toEqual(new Set());
      }
    },
    60_000,
  );

  it.each(LANGUAGES)('is known even where no bundled run comes to it: %s', async (language) => {
    await speak(language);
    const others = ['leaning', 'conflict', 'trust inside', 'trust across', 'tolerance', 'rest'].map((term) => ({
      term,
    }));
    const ofActors = ['vote', 'pull'].map((term) => ({ term, actor: 'GER' }));
    const all = [...TERMS.map((term) => ({ term })), ...others, ...ofActors];
    const unknown = all.filter((term) => termWords(term, told).about === undefined);
    expect(unknown).toEqual([]);
  });

  it('that the page has never heard of is spelt out', () => {
    expect(termWords({ term: 'newerThanThisPage' }, told)).toEqual({ name: 'Newer than this page', about: undefined });
    expect(termWords({ term: 'vote', actor: 'GER' }, told).name).toBe('Vote of German Empire');
  });
});

describe('in words', () => {
  it.each([
    [{ act: 'wait' } as const, 'wait'],
    [{ act: 'pay-nothing' } as const, 'pay nothing'],
    [{ act: 'join', alliance: 'dual' } as const, 'join the Dual Alliance'],
    [
      { act: 'found', form: 'non-aggression pact', to: 'RUS' } as const,
      'found a non-aggression pact with Russian Empire',
    ],
    [{ act: 'demand', to: 'GER' } as const, 'German Empire'],
  ])('is the choice %o', (choice, words) => {
    expect(textOf(choiceWords(choice, told))).toBe(words);
  });

  it.each([
    ['actors.GER.loyalty', 'the loyalty of German Empire'],
    ['actors.GER.resources.power', 'the material power of German Empire'],
    ['effort.GER', 'the effort of German Empire'],
    ['dyads.GER.FRA.hostility', 'the hostility of German Empire toward French Republic'],
    ['threats.GER.hostility.FRA', 'the hostility of German Empire toward French Republic'],
    ['parameters.p', undefined],
    ['actors.GER.culture.context', undefined],
  ])('is what is at %s', (path, words) => {
    const parts = pathWords(path, told);
    expect(parts && textOf(parts)).toBe(words);
  });

  const notice: Event = {
    ...{ tick: 20, by: 'moves', kind: 'notice', alliance: 'dual', who: ['AUH'], until: 24 },
    because: [{ term: 'affinity', value: 0.4 }],
  } as Event;
  const change: InputChange = {
    intervention: { kind: 'set', tick: 20, path: 'actors.AUH.loyalty', value: 0.62 },
    path: 'actors.AUH.loyalty',
    from: 0.41,
    to: 0.62,
    onward: true,
    deciders: ['AUH'],
  };

  it('is what would have kept it from happening', async () => {
    expect(minimalChangeWords(change, notice, told)).toBe(
      'Would have stayed if its loyalty were 0.62 or more (it is 0.41)',
    );
    expect(minimalChangeWords({ ...change, to: 0.2, onward: false }, notice, told)).toBe(
      'Would have stayed if its loyalty were 0.2 (it is 0.41)',
    );
    const plan = planOfChange(change, 20);
    expect(plan).toEqual({ tick: 20, interventions: [change.intervention] });
    expect(planWords(told, plan)).toBe('the loyalty of Austria-Hungary is set to 0.62');
    await speak('es');
    expect(minimalChangeWords(change, notice, told)).toBe('Se habría quedado si su lealtad fuera 0,62 o más (es 0,41)');
  });

  it.each([
    ['en', 'Decision of Austria-Hungary', 'Decided by chance', 'Only by way of other events: this would not have'],
    ['es', 'Decisión de Austria-Hungary', 'Lo decide el azar', 'Solo por medio de otros sucesos: esto no habría'],
  ] as const)(
    'is whose decision it is, and what only other events would have done: %s',
    async (code, own, chance, way) => {
      await speak(code);
      expect(decidersWords(change, told)).toBe(own);
      expect(decidersWords({ ...change, deciders: [] }, told)).toBe(chance);
      const said = indirectWords(change, told);
      expect(said.startsWith(way)).toBe(true);
      // Whose number it is, since the one who decides may be another.
      expect(said).toContain('Austria-Hungary');
    },
  );

  it('is what a person set', () => {
    const set = { tick: 3, by: 'interventions', kind: 'intervention', who: [], because: [] };
    const say = (what: string): string => textOf(sentence({ ...set, what } as Event, told));
    expect(say('actors.GER.loyalty = 0.2')).toBe('Intervention: the loyalty of German Empire is set to 0.2');
    expect(say('cancel fashoda')).toBe('Intervention: cancel fashoda');
  });

  it('is in the game of a class also who decided, where the model gives no reasons', () => {
    const asked = { tick: 2, by: 'decisions', kind: 'joined', alliance: 'dual', who: ['AUH'], because: [] } as Event;
    const event: Event = { ...asked, decidedBy: 'default' };
    const hold = { kind: 'decide', tick: 0, actor: 'AUH', choice: { act: 'hold', ticks: 4 } } as const;
    const run = { events: [event], replay: { interventions: [hold] } };
    expect(explainingEventOf(run, event)).toBe(event);
    expect(explainingEventOf(run, asked)).toBeUndefined();
    expect(deciderOf(run, event)).toBe('default');
    expect(deciderOf(run, { ...asked, because: [{ term: 'rest', value: 1 }] })).toBe('bot');
    expect(deciderOf({ replay: { interventions: [] } }, event)).toBeUndefined();
  });

  it('is why somebody leaves: the notice that it gave', () => {
    const left = { tick: 24, by: 'departures', kind: 'left', alliance: 'dual', who: ['AUH'], because: [] } as Event;
    const other = { ...left, who: ['GER'] } as Event;
    const replay = { interventions: [] };
    expect(explainingEventOf({ events: [notice, left, other], replay }, left)).toBe(notice);
    expect(explainingEventOf({ events: [notice, left, other], replay }, other)).toBeUndefined();
    expect(explainingEventOf({ events: [notice], replay }, notice)).toBe(notice);
  });

  it.each(LANGUAGES)('is every treaty that the bundled scenarios begin with: %s', async (language) => {
    await speak(language);
    for (const [id, scenario] of Object.entries(scenarios)) {
      const session = createSession();
      const run = toRunView(scenario as ScenarioView, await session.run({ scenario, seed: '1', ticks: 1 }));
      for (const { clauses, leader } of (await session.frame(0)).alliances) {
        const sentences = treatyWords(clauses, leader, run);
        expect(new Set(sentences).size, id).toBe(sentences.length);
        for (const one of sentences) expect(one, id).not.toMatch(/undefined|[{}]|^\s*$/);
      }
    }
  });

  it('is a name in the language’s own list, with all that it means', async () => {
    await speak('es');
    const joined = { tick: 3, by: '', kind: 'joined', alliance: 'dual', who: ['GER', 'ITA'], because: [] } as Event;
    const parts = sentence(joined, told);
    expect(textOf(parts)).toBe('German Empire y Kingdom of Italy ingresan en «Dual Alliance»');
    expect(
      parts.filter(({ actor, alliance }) => actor ?? alliance).map(({ actor, alliance }) => actor ?? alliance),
    ).toEqual(['GER', 'ITA', 'dual']);
  });
});

describe('what an actor did', () => {
  it('is counted up to the moment, and no further', () => {
    expect(promisesOf(told, 'RUS', 141)).toEqual({ calls: 0, kept: 0 });
    expect(promisesOf(told, 'RUS', 142)).toEqual({ calls: 1, kept: 1 });
    expect(promisesOf(told, 'ITA', 142)).toEqual({ calls: 1, kept: 0 });
    const dual = told.alliances.find(({ id }) => id === 'dual')!;
    expect(disputesOf(told, dual, 142)).toEqual({ opened: 0, settled: 0 });
  });

  it('is told from the newest on, as doer and as the one it was done to', () => {
    const last = lastEvents(told, 143, concerns('SRB'), 3);
    expect(last.map(({ kind }) => kind)).toEqual(['reneged', 'honoured', 'attacked']);
    expect(lastEvents(told, 8, concerns('SRB'), 3)).toEqual([]);
  });
});

describe('what a scenario says of itself', () => {
  it.each(Object.keys(histories))('has a source for each stock of its actors: %s', (id) => {
    const raw = scenarios[id] as { actors: { id: string; resources: Record<string, number> }[] };
    const { provenance } = provenanceNotesOf(scenarios[id]);
    for (const { id: actor, resources } of raw.actors)
      for (const resource of Object.keys(resources))
        expect(signOf(speaker(provenance, ['actors', actor, 'resources', resource])!.confidence)).not.toBe('?');
  });

  it('is only what has the right form, whoever sent it', () => {
    const good = { path: 'time.**', source: 'A book', confidence: 'textbook' };
    const scenario = { summary: 3, caveats: 'none', questions: ['Why?', 7], provenance: [good, null, { path: 1 }] };
    expect(provenanceNotesOf(scenario)).toEqual({
      summary: '',
      caveats: [],
      questions: ['Why?'],
      provenance: [good],
      treaties: [],
    });
    expect(provenanceNotesOf(undefined).provenance).toEqual([]);
  });
});
