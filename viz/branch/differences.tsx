import { AttributionLink } from '../attribution/attribution-link.tsx';
import { FigureName } from '../glossary/figure-name.tsx';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { threeFigures } from '../run-view/words.ts';
import { ChangeBar } from './change-bar.tsx';
import type { AllianceFate, MetricDifference, OtherEnding } from './run-differences.ts';

export const signed = (value: number): string => (value > 0 ? `+${threeFigures(value)}` : threeFigures(value));

/** Figures of the whole run and of its last tick, with a bar that grows to the right where the branch has more. */
export function DifferingFigures({ differences }: { differences: readonly MetricDifference[] }) {
  if (differences.length === 0) return <p class="none">{t('compare.sameFigures')}</p>;
  return (
    <table>
      <caption>{t('compare.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.figure')}</th>
          <th scope="col">{t('compare.original')}</th>
          <th scope="col">{t('compare.branch')}</th>
          <th scope="col">{t('compare.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ name, original, branch, difference, share }) => (
          <tr key={name}>
            <th scope="row">
              <FigureName of={name} />
            </th>
            <td>{threeFigures(original)}</td>
            <td>{threeFigures(branch)}</td>
            <td class="difference">
              <span class="difference-figure">{signed(difference)}</span>
              <ChangeBar share={share} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** More would be a list that nobody reads. */
const MOST = 12;

export function DifferingEndings({ endings, run }: { endings: readonly OtherEnding[]; run: RunView }) {
  if (endings.length === 0) return <p class="none">{t('compare.sameEndings')}</p>;
  return (
    <table class="endings">
      <caption>
        {endings.length > MOST ? t('compare.endingsCut', { shown: MOST, all: endings.length }) : t('compare.endings')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.alliance')}</th>
          <th scope="col">{t('compare.original')}</th>
          <th scope="col">{t('compare.branch')}</th>
        </tr>
      </thead>
      <tbody>
        {endings.slice(0, MOST).map(({ name, original, branch }) => (
          <tr key={`${original?.id} ${original?.founded} ${branch?.id} ${branch?.founded}`}>
            <th scope="row">{name}</th>
            <td>
              {fateInWords(original, branch, run)}
              {original && original.ended !== null ? (
                <AttributionLink side="original" name={name} alliance={original.id} founded={original.founded} />
              ) : null}
            </td>
            <td>
              {fateInWords(branch, original, run)}
              {branch && branch.ended !== null ? (
                <AttributionLink side="branch" name={name} alliance={branch.id} founded={branch.founded} />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where both end alike it may be the members that differ: each side names those whom the other has not. */
function fateInWords(fate: AllianceFate | undefined, other: AllianceFate | undefined, run: RunView): string {
  if (!fate) return t('compare.notFounded');
  const last = fate.ended === null ? t('compare.lasts') : t('compare.ends', { date: dateLabel(run.clock, fate.ended) });
  const isFoundedElsewhen = other !== undefined && other.founded !== fate.founded;
  const end = isFoundedElsewhen ? t('compare.since', { date: dateLabel(run.clock, fate.founded), fate: last }) : last;
  if (!other || other.ended !== fate.ended) return end;
  const own = fate.members.filter((id) => !other.members.includes(id)).map(run.actorName);
  return own.length > 0 ? t('compare.withMembers', { fate: end, members: own.join(', ') }) : end;
}
