import { afterEach, describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { decisionText } from '../../../sim/model/decisions.ts';
import type { Choice } from '../../../sim/schema/intervention.ts';
import { isAnswer } from '../../../sim/world/event.ts';
import { speak } from '../../../viz/i18n/index.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';
import { textOf } from '../../../viz/run-view/phrase.ts';
import { type RunView, toRunView } from '../../../viz/run-view/run-view.ts';
import { sentence } from '../../../viz/run-view/sentences.ts';
import { createSession } from '../../../workers/session.ts';

const runOf = async (id: string, seed: string): Promise<RunView> =>
  toRunView(histories[id] as ScenarioView, await createSession().run({ scenario: histories[id], seed }));

afterEach(() => speak('en'));

describe('the sentence about a call', () => {
  it.each([
    ['delian-league', ['1', '2', '3', '7'], 'en'],
    ['delian-league', ['1', '2', '3', '7'], 'es'],
    ['europe-1879-1914', ['1', '2', '3', '4', '5', '6', '7', '8'], 'en'],
    ['nato', ['1', '2', '3', '4', '5', '6', '7', '8'], 'es'],
  ] as const)(
    'names first the one at whose side the ally is, then the foe: %s, seeds %j, %s',
    async (id, seeds, code) => {
      await speak(code);
      const runs = await Promise.all(seeds.map((seed) => runOf(id, seed)));
      let calls = 0;
      for (const run of runs)
        run.events.forEach((event, k) => {
          if (!isAnswer(event)) return;
          calls++;
          const fought = run.events.slice(k).find(({ kind }) => kind === 'fought')!;
          if (fought.kind !== 'fought') return;
          const told = sentence(event, run).flatMap(({ actor }) => actor ?? []);
          const [helper, friend, foe] = told as [string, string, string];
          expect(told).toHaveLength(3);
          const sides = [fought.who, fought.against];
          const ours = sides.find((side) => side.includes(friend))!;
          expect(ours, textOf(sentence(event, run))).not.toContain(foe);
          expect(ours.includes(helper)).toBe(event.kind === 'honoured');
        });
      expect(calls).toBeGreaterThan(4);
    },
  );
});

describe('the names of alliances', () => {
  it.each(Object.keys(histories).flatMap((id) => ['en', 'es'].map((code) => [id, code] as const)))(
    'differ at any one time, whole and short, in %s: %s',
    async (id, code) => {
      await speak(code as 'en' | 'es');
      for (const seed of ['1', '2', '3', '7', '12']) {
        const { alliances } = await runOf(id, seed);
        for (const one of alliances)
          for (const other of alliances) {
            if (one === other || one.from >= other.to || other.from >= one.to) continue;
            expect(one.name).not.toBe(other.name);
            expect(one.short).not.toBe(other.short);
          }
      }
    },
  );

  it('are those that people use, in the founding too', async () => {
    const runs = await Promise.all(Array.from({ length: 12 }, (_, k) => runOf('europe-1879-1914', `${k + 1}`)));
    const named = runs.flatMap((run) =>
      run.alliances.map(({ id, name }) => ({ run, id, name })).filter(({ name }) => name === 'Franco-Russian Alliance'),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const { run, id } of named) {
      const founding = run.events.find((event) => event.kind === 'founded' && event.alliance === id)!;
      expect(textOf(sentence(founding, run))).toMatch(/found the Franco-Russian Alliance$/);
    }
    const others = runs
      .flatMap(({ alliances }) => alliances.map(({ name }) => name))
      .filter((name) => name.includes('–'));
    expect(others.join('\n')).not.toMatch(/German Empire|British Empire|Russian Empire|Republic|Kingdom/);
  });
});

describe('a treaty that players signed', () => {
  it.each([
    [['GER', 'ITA'], /^Tratado Alemania–Italia$/],
    [['GER', 'ITA', 'FRA'], /^Liga Alemania–Italia$/],
  ] as const)('has a name in the language of the page: %j', async (parties, name) => {
    await speak('es');
    const scenario = histories['europe-1879-1914'];
    const held = parties.map((actor) => ({ kind: 'decide', tick: 3, actor, choice: { act: 'hold', ticks: 4 } }));
    const sign = { kind: 'decide', tick: 3, actor: 'GER', choice: { act: 'sign', parties } };
    const replay = await createSession().run({ scenario, seed: '1', interventions: [...held, sign] });
    const run = toRunView(scenario as ScenarioView, replay);
    const founding = run.events.find(({ kind, of }) => kind === 'founded' && of !== undefined)!;
    const told = textOf(sentence(founding, run));
    expect(told).toMatch(/ funda/);
    expect(told).not.toMatch(/treaty|league|German|Italy/);
    const alliance = founding.kind === 'founded' ? founding.alliance : '';
    expect(run.allianceName(alliance)).toMatch(name);
  });
});

describe('a decision for which there was no occasion', () => {
  const names = {
    actorName: (id: string) => ({ FRA: 'Francia', GER: 'Alemania' })[id] ?? id,
    allianceName: () => 'Pacto',
  };
  const choices: Record<Choice['act'], [choice: Choice, spanish: string]> = {
    hold: [{ act: 'hold', ticks: 4 }, 'quedar en manos de una persona'],
    contribute: [{ act: 'contribute', rate: 0.05, alliance: 'x' }, 'aportar el 5 % del presupuesto a «Pacto»'],
    join: [{ act: 'join', alliance: 'x' }, 'ingresar en «Pacto»'],
    leave: [{ act: 'leave', alliance: 'x' }, 'abandonar «Pacto»'],
    stay: [{ act: 'stay', alliance: 'x' }, 'permanecer en «Pacto»'],
    bear: [{ act: 'bear', alliance: 'x' }, 'aceptar la parte en «Pacto»'],
    vote: [{ act: 'vote', alliance: 'x', support: true }, 'votar en «Pacto»'],
    propose: [{ act: 'propose', to: 'GER' }, 'proponer un tratado a Alemania'],
    honour: [{ act: 'honour', caller: 'GER' }, 'cumplir la promesa'],
    renege: [{ act: 'renege', caller: 'GER' }, 'romper la promesa'],
    sign: [{ act: 'sign', parties: ['FRA', 'GER'] }, 'firmar un tratado de Francia y Alemania'],
  };
  const told = (kind: 'no-occasion' | 'intervention', who: string[], what: string): string =>
    textOf(sentence({ tick: 1, by: 'interventions', because: [], kind, who, what }, names)).replace(/\s/g, ' ');

  it.each(Object.values(choices))('is named in the words of the page: %j', async (choice, spanish) => {
    await speak('es');
    expect(told('no-occasion', ['FRA'], decisionText(choice))).toBe(`Francia no puede ${spanish}`);
  });

  it('is named without an actor, where nobody’s setting or treaty it was', async () => {
    await speak('es');
    expect(told('no-occasion', [], 'cancel x')).toBe('No es posible: suspender Pacto');
    await speak('en');
    expect(told('no-occasion', ['FRA', 'GER'], 'join x')).toBe('Francia and Alemania are not able to join the Pacto');
  });

  it('is named so too where it was taken up and nothing else happened', async () => {
    await speak('es');
    expect(told('intervention', ['FRA'], 'bear x')).toBe('Francia decide aceptar la parte en «Pacto»');
  });
});
