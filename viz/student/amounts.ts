import type { StudentState } from '../../classroom/protocol/state.ts';
import { amountText, percentText } from '../classroom/figures.ts';
import type { StudentWords } from '../classroom/words/words.ts';

/** How the amounts of one player's page are written. */
export interface Amounts {
  /**
   * Whether they are shares of the player's budget. A budget that is less than one of the scenario's unit, as a share of the world's
   * power is, would make all amounts too small to compare.
   */
  areShares: boolean;
  write(value: number): string;
  /** In a sentence about somebody else: it must not sound as if the player paid it. */
  writeOf(value: number, isOwn: boolean): string;
}

export function amountsFor({ you }: Pick<StudentState, 'you'>, { language, price }: StudentWords): Amounts {
  const budget = you.facts.find(({ label }) => label === 'budget')?.value ?? 0;
  const areShares = budget > 0 && budget < 1;
  const write = (value: number): string =>
    areShares ? percentText(value / budget, language) : amountText(value, language);
  const writeOf = (value: number, isOwn: boolean): string => {
    if (!areShares) return write(value);
    const share = `${write(value)} ${price.ofYours}`;
    return isOwn ? share : price.worth(share);
  };
  return { areShares, write, writeOf };
}

/** What everybody knows of the actor, as it is written: budget and effort by what they are shares of, where their amounts are too small. */
export function factTexts(
  { you }: Pick<StudentState, 'you'>,
  words: StudentWords,
): { label: string; text: string; unit: string }[] {
  const { areShares, write } = amountsFor({ you }, words);
  const { language, me, price } = words;
  return you.facts.map(({ label, value, unit }) => {
    if (label === 'effort' && areShares) return { label: me.effort, text: write(value), unit: price.ofYours };
    const whole = you.facts.find((one) => one.label !== label && one.unit === unit);
    if (label === 'budget' && areShares && whole && whole.value > 0)
      return {
        label: me.budget,
        text: price.shareOf(percentText(value / whole.value, language), whole.label),
        unit: '',
      };
    const name = label === 'budget' || label === 'effort' ? me[label] : label;
    return { label: name, text: amountText(value, language), unit };
  });
}
