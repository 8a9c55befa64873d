import { expect, it } from 'vitest';
import type { DecisionRow } from '../../../classroom/protocol/debrief-file.ts';
import { actorNames } from '../../../viz/classroom/names.ts';
import { studentEnglish } from '../../../viz/classroom/words/en.ts';
import { studentSpanish } from '../../../viz/classroom/words/es.ts';
import { decidedText } from '../../../viz/projector/decided-text.ts';
import { projectorEnglish } from '../../../viz/projector/words/en.ts';
import { projectorSpanish } from '../../../viz/projector/words/es.ts';
import { sceneIn } from '../../browsers/student/states.ts';

const row = (act: string, about: string, more: Partial<DecisionRow> = {}): DecisionRow => ({
  round: 1,
  tick: 0,
  date: 1908,
  actor: 'RUS',
  by: 'Amber Fox',
  as: 'player',
  act,
  about,
  value: null,
  terms: null,
  outcome: '',
  botRate: null,
  bot: '',
  ...more,
});
const treaties = new Map([['entente', 'Entente']]);
const english = (one: DecisionRow): string =>
  decidedText(one, actorNames(sceneIn('en'), treaties, studentEnglish), studentEnglish, projectorEnglish);
const spanish = (one: DecisionRow): string =>
  decidedText(one, actorNames(sceneIn('es'), treaties, studentSpanish), studentSpanish, projectorSpanish);

it.each([
  [row('contribute', '', { value: 0.12 }), 'Russia: contribute 12% of the budget.'],
  [row('leave', 'entente'), 'Russia: leave Entente.'],
  [row('vote', 'entente accession GBR', { value: 0 }), 'Russia: vote against in Entente: admit Britain?'],
  [row('renege', 'SRB entente'), 'Russia: break the promise to Serbia.'],
] as const)('a decision is told in words: %j', (one, text) => expect(english(one)).toBe(text));

it('a text that is signed is told with what it asks of its parties', () => {
  const one = row('sign', 'RUS SRB', {
    terms: {
      alliance: null,
      obligations: ['neutrality'],
      clauses: { obligations: ['neutrality'] },
      quotas: { RUS: 0.0004 },
      shares: { RUS: 0.041 },
    },
  });
  expect(english(one)).toBe(
    'Russia: sign with Russia and Serbia. They stay out of each other’s wars. Russia carries 4.1% of its budget.',
  );
  expect(spanish(one)).toMatch(/^Rusia: firmar con Rusia y Serbia\. .* Rusia carga con el 4,1\s% de su presupuesto\.$/);
});
