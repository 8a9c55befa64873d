import type { Price, PriceFigure } from '../../../classroom/protocol/message.ts';
import { amountText, dateText, percentText } from '../../classroom/figures.ts';
import { words } from '../../classroom/language.ts';

const isSame = ({ before, after }: PriceFigure): boolean =>
  Math.abs(before - after) < 1e-9 * Math.max(1, Math.abs(before));

/** What a choice pays and gets, and what it changes: each figure with what it is now. */
export function PriceView({ price }: { price: Price | undefined }) {
  const { price: says, language } = words.value;
  if (!price) return null;
  if (price.barred) return <span class="price barred">{says.barred[price.barred]}</span>;
  const amount = (value: number): string => amountText(value, language);
  const percent = (value: number): string => percentText(value, language);
  const figure = (name: string, value: PriceFigure, write: (value: number) => string, more = '') => (
    <span class="figure">
      {name} <b>{write(value.after)}</b>
      {more && ` ${more}`}
      {!isSame(value) && <i> {says.was(write(value.before))}</i>}
    </span>
  );
  const { pays, gets, danger, odds } = price;
  const isAsNow = [pays, gets, danger, odds].every((value) => !value || isSame(value));
  return (
    <span class="price">
      {figure(says.pays, pays, amount, `(${says.ofBudget(percent(price.share.after))})`)}
      {figure(says.gets, gets, amount)}
      {danger && figure(says.danger, danger, percent, says.year)}
      {odds && figure(says.odds, odds, percent)}
      {isAsNow && <i>{says.asNow}</i>}
      {price.from !== undefined && <span class="figure from">{says.from(dateText(price.from, words.value))}</span>}
    </span>
  );
}

/** The unit of the amounts, said once for all of a list. */
export function UnitNote({ prices }: { prices: readonly (Price | undefined)[] }) {
  const unit = prices.find((price) => price && !price.barred)?.unit;
  return unit === undefined ? null : <p class="note">{words.value.price.unit(unit)}</p>;
}
