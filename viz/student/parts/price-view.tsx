import type { Price, PriceFigure } from '../../../classroom/protocol/state.ts';
import { dateText, percentText } from '../../classroom/figures.ts';
import { useGame } from '../use-room.ts';

const isSame = ({ before, after }: PriceFigure): boolean =>
  Math.abs(before - after) < 1e-9 * Math.max(1, Math.abs(before));

/** What a choice pays and gets, and what it changes: each figure with what it is now. */
export function PriceView({ price }: { price: Price | undefined }) {
  const { says: words, amounts } = useGame();
  const { price: says, language } = words;
  if (!price) return null;
  if (price.barred) return <span class="price barred">{says.barred[price.barred]}</span>;
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
      {amounts.areShares ? (
        <>
          {figure(says.pays, pays, amounts.write, says.ofYours)}
          {figure(says.gets, gets, amounts.write, says.ofYours)}
        </>
      ) : (
        <>
          {figure(says.pays, pays, amounts.write, `(${says.ofBudget(percent(price.share.after))})`)}
          {figure(says.gets, gets, amounts.write)}
        </>
      )}
      {danger && figure(says.danger, danger, percent, says.year)}
      {odds && figure(says.odds, odds, percent)}
      {isAsNow && <i>{says.asNow}</i>}
      {price.from !== undefined && <span class="figure from">{says.from(dateText(price.from, words))}</span>}
    </span>
  );
}

/** The unit of the amounts, said once for all of a list. */
export function UnitNote({ prices }: { prices: readonly (Price | undefined)[] }) {
  const { says, amounts } = useGame();
  const unit = prices.find((price) => price && !price.barred)?.unit;
  if (unit === undefined) return null;
  return <p class="note">{amounts.areShares ? says.price.shares : says.price.unit(unit)}</p>;
}
