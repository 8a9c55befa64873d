import { AutopsyLink } from '../attribution/attribution-link.tsx';
import { FigureName } from '../glossary/figure-name.tsx';
import { t } from '../i18n/index.ts';
import type { Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { short } from '../run-view/words.ts';
import { ChangeBar } from './change-bar.tsx';
import type { Fate, MetricDifference, OtherEnding } from './run-differences.ts';

export const signed = (value: number): string => (value > 0 ? `+${short(value)}` : short(value));

/** Figures of the whole run and of its last tick, with a bar that grows to the right where the branch has more. */
export function Figures({ differences }: { differences: readonly MetricDifference[] }) {
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
            <td>{short(original)}</td>
            <td>{short(branch)}</td>
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

export function Endings({ endings, story }: { endings: readonly OtherEnding[]; story: Story }) {
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
        {endings.slice(0, MOST).map(({ id, founded, name, original, branch }) => (
          <tr key={`${id} ${founded}`}>
            <th scope="row">{name}</th>
            <td>
              {fateInWords(original, branch, story)}
              {original && original.ended !== null ? (
                <AutopsyLink side="original" name={name} alliance={id} founded={founded} />
              ) : null}
            </td>
            <td>
              {fateInWords(branch, original, story)}
              {branch && branch.ended !== null ? (
                <AutopsyLink side="branch" name={name} alliance={id} founded={founded} />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where both end alike it is the members that differ: each side names those whom the other has not. */
function fateInWords(fate: Fate | undefined, other: Fate | undefined, story: Story): string {
  if (!fate) return t('compare.notFounded');
  const end =
    fate.ended === null ? t('compare.lasts') : t('compare.ends', { date: dateLabel(story.clock, fate.ended) });
  if (!other || other.ended !== fate.ended) return end;
  const own = fate.members.filter((id) => !other.members.includes(id)).map(story.actorName);
  return own.length > 0 ? t('compare.withMembers', { fate: end, members: own.join(', ') }) : end;
}
