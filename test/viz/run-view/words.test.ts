import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../viz/i18n/index.ts';
import { figureText, valueText } from '../../../viz/run-view/curves.ts';
import { paidShare, paidWords, percent } from '../../../viz/run-view/words.ts';

afterEach(() => speak('en'));

describe('what is paid of what is asked', () => {
  it.each([
    [0.000291, 0.00113, '26%', 'pays 26% of what is asked'],
    [0.00113, 0.000291, '3.9×', 'pays 3.9 times what is asked'],
    [12.5, 12.5, '100%', 'pays 100% of what is asked'],
    [0, 40, '0%', 'pays 0% of what is asked'],
    [0.1, 40, '0.3%', 'pays 0.3% of what is asked'],
    [40, 25, '160%', 'pays 160% of what is asked'],
    [5, 0.01, 'over 100×', 'pays over 100 times what is asked'],
    [0.001, 8e-19, '–', 'nothing is asked of it'],
    [0, 1e-18, '–', 'nothing is asked of it'],
  ])('is a part or a multiple, whatever the unit: %d of %d', (effort, quota, short, sentence) => {
    expect(paidShare(effort, quota)).toBe(short);
    expect(paidWords(effort, quota)).toBe(sentence);
  });

  it('is nothing to speak of where nothing is asked', () => {
    expect(paidWords(3, 0)).toBe('nothing is asked of it');
  });

  it('is said in Spanish too', async () => {
    await speak('es');
    expect(paidWords(0.00113, 0.000291)).toBe('paga 3,9 veces lo que se le pide');
  });
});

describe('a number', () => {
  it.each([
    [0.5, '50%'],
    [0.004, '0.4%'],
    [0, '0%'],
    [Number.NaN, '–'],
  ])('that is a share is so many of a hundred: %d', (share, text) => {
    expect(percent(share)).toBe(text);
    expect(valueText('effortRate', share)).toBe(text);
  });

  it.each([
    [1.234, '1.23'],
    [-0.5, '−0.50'],
    [0.004321, '0.004'],
    [-0.000291, '−0.0003'],
    [0, '0.00'],
    [1e-12, '0'],
    [123.4, '123'],
  ])('is never called nothing by its decimals: %d', (value, text) => {
    expect(figureText(value)).toBe(text);
  });
});
