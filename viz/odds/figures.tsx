import { percentileOf } from '../../sim/experiment/distribution.ts';
import { termOfFigure } from '../glossary/figures.ts';
import { Sign } from '../glossary/sign.tsx';
import { t } from '../i18n/index.ts';
import { percent } from '../run-view/words.ts';
import { Histogram, placeIn } from './histogram.tsx';
import type { Picking } from './seeds-dialog.tsx';
import type { FigureDistribution, FigureDistributions } from './survey.ts';
import { figureName, figureValue } from './words.ts';

interface Shown {
  found: FigureDistributions;
  own: Float64Array | undefined;
  picking: Picking;
}

/** A small picture for every figure that differs between runs; the others in a line. */
export function OddsFigures({ found, own, picking }: Shown) {
  const varied = found.figures.filter(({ constant }) => !constant);
  const same = found.figures.filter(({ constant }) => constant);
  return (
    <section class="odds-figures" aria-labelledby="odds-figures">
      <h3 id="odds-figures">{t('odds.figures')}</h3>
      <p class="odds-says">{t('odds.figuresSay')}</p>
      <ul class="cards">
        {varied.map((one) => (
          <Card key={one.name} one={one} own={own?.[one.place]} found={found} picking={picking} />
        ))}
      </ul>
      {same.length > 0 ? (
        <p class="odds-constant">
          <b>{t('odds.same')}</b>{' '}
          {same
            .map(({ name, spread }) =>
              t('odds.sameValue', { figure: figureName(name), value: figureValue(name, spread.median) }),
            )
            .join(' · ')}
        </p>
      ) : null}
    </section>
  );
}

interface CardShown extends Omit<Shown, 'own'> {
  one: FigureDistribution;
  own: number | undefined;
}

function Card({ one, own, found, picking }: CardShown) {
  const { name, spread, values, bins } = one;
  const text = (value: number): string => figureValue(name, value);
  const said = { median: text(spread.median), low: text(spread.low), high: text(spread.high) };
  const called = figureName(name);
  const term = termOfFigure(name.slice(name.indexOf(':') + 1));
  const place = own === undefined ? undefined : { value: text(own), share: percent(percentileOf(values, own)) };
  // A press of a key has no place: it opens where the run on show or the middle lies.
  const open = (event: MouseEvent): void => {
    const box = (event.currentTarget as Element).querySelector('.histogram')!.getBoundingClientRect();
    const share = event.detail === 0 ? placeIn(one, own ?? spread.median) : (event.clientX - box.left) / box.width;
    picking.pickBin(one, found.sample, binAt(one, share));
  };
  return (
    <li class="card">
      <button type="button" aria-haspopup="dialog" onClick={open}>
        <span class="card-name">{called}</span>
        <Histogram one={one} own={own} />
        <span class="card-ends" aria-hidden="true">
          <span>{text(spread.least)}</span>
          {bins.length > 1 ? <span>{text(spread.most)}</span> : null}
        </span>
        <span class="card-says">
          <b>{t('odds.median', { median: said.median })}</b> <span>{t('odds.middle', said)}</span>
        </span>
        <span class="card-here">
          {place ? (
            <>
              <span aria-hidden="true">▲ </span>
              {t('odds.ownShort', place)}
            </>
          ) : null}
        </span>
        <span class="unseen">{t('odds.showRuns')}</span>
      </button>
      {term ? <Sign of={term} word={called} /> : null}
    </li>
  );
}

/** The bin nearest to a place along the picture, 0 to 1, among those that have runs. */
function binAt(one: FigureDistribution, share: number): number {
  const away = one.bins.map(({ from, to, rows }) =>
    rows.length > 0 ? Math.max(0, placeIn(one, from) - share, share - placeIn(one, to)) : Number.POSITIVE_INFINITY,
  );
  return away.indexOf(Math.min(...away));
}
