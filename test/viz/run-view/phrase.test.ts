import { afterEach, expect, it } from 'vitest';
import { speak } from '../../../viz/i18n/index.ts';
import { named } from '../../../viz/run-view/phrase.ts';

afterEach(() => speak('en'));

it('writes a treaty with its article, unless its name has one', () => {
  expect(named('Triple Alliance', 'a')).toEqual([{ text: 'the ' }, { text: 'Triple Alliance', alliance: 'a' }]);
  expect(named('The Athenians and their allies', 'a')).toEqual([
    { text: 'The Athenians and their allies', alliance: 'a' },
  ]);
});

it('keeps the quotation marks of a language in one piece with the name', async () => {
  await speak('es');
  expect(named('Triple Alianza', 'a')).toEqual([{ text: '«Triple Alianza»', alliance: 'a' }]);
});
