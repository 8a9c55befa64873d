import { afterEach, expect, it } from 'vitest';
import type { DecisionRow } from '../../../classroom/protocol/debrief-file.ts';
import { loadLaterTexts, speak } from '../../../viz/i18n/index.ts';
import { botWould } from '../../../viz/why/bot-would.ts';

const row = (round: number, actor: string, act: string, bot: string, botRate: number | null = null): DecisionRow => ({
  round,
  tick: 10 * (round - 1),
  date: 1880 + round,
  actor,
  by: 'Amber Fox',
  as: 'player',
  act,
  about: '',
  value: null,
  terms: null,
  outcome: '',
  botRate,
  bot,
});
const ROWS = [
  row(1, 'GER', 'contribute', 'found vote', 0.0432),
  row(1, 'GER', 'vote', 'found vote'),
  row(1, 'RUS', 'leave', ''),
  row(2, 'GER', 'honour', 'apply join of-a-newer-engine'),
];

afterEach(() => speak('en'));

it('says in one line what the model would have done in the player’s place in that round', async () => {
  await loadLaterTexts();
  const would = (who: string[], tick: number) => botWould({ who, tick }, ROWS);
  expect(would(['GER'], 4)).toBe(
    'In this round the model would have paid 4.3% of the budget, founded a treaty and voted in the player’s place.',
  );
  expect(would(['GER'], 19)).toBe('In this round the model would have asked to join a treaty in the player’s place.');
  expect(would(['RUS'], 9)).toBe('In this round the model would have decided nothing in the player’s place.');
  expect(would(['ITA'], 9)).toBeUndefined();
  await speak('es');
  await loadLaterTexts();
  expect(would(['GER'], 4)).toMatch(
    /el modelo habría pagado el 4,3\s% del presupuesto, fundado un tratado y votado\.$/,
  );
});
