/** "12.5", "1,340", "0.08": three digits that count. */
export const amountText = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(Math.abs(value) < 1e-9 ? 0 : value);

export const percentText = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 }).format(
    Math.abs(value) < 0.0005 ? 0 : value,
  );

/** A date in years, as the words of a language write it: the year, and before it the month where it is not the year's first. */
export function dateText(date: number, words: { language: string; date(year: number, part: string): string }): string {
  // Years are counted as historians do: −431 is 431 BCE, and so is −430.75, a quarter later.
  const year = Math.floor(date + 1e-6);
  const month = Math.min(11, Math.round((date - year) * 12));
  const name = new Intl.DateTimeFormat(words.language, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2001, month, 15),
  );
  const joint = words.language === 'es' ? `${name} de ` : `${name} `;
  return words.date(year, month > 0 ? joint : '');
}
