import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { termOfFigure } from '../glossary/figures.ts';
import { Sign } from '../glossary/sign.tsx';
import type { GlossaryTerm } from '../i18n/glossary.ts';
import { isKey, language, t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import { figureText, valueText } from '../run-view/curves.ts';
import { labelOf } from '../run-view/figure-names.ts';
import { hueClass } from '../run-view/hue-class.ts';
import { figuresAt } from '../run-view/moment.ts';
import { textOf } from '../run-view/phrase.ts';
import type { AllianceView, RunView } from '../run-view/run-view.ts';
import { sentence } from '../run-view/sentences.ts';
import { dateLabel } from '../run-view/time.ts';
import { isAsked, paidShare, percent } from '../run-view/words.ts';
import { useFrame } from '../store/frame.ts';
import { usePlayback } from '../store/playback.ts';
import { usePointed } from '../store/use-pointed.ts';
import { shortName } from '../ui/label-text.ts';
import { type ActorRow, type Payment, rowsAt, type Sorting, sorted } from './rows.ts';

const FIGURES = ['strength', 'effortRate', 'threat', 'standing'];

/** What only a run with alliances can tell. */
const ALLIED = ['alliances', 'allies', 'pays', 'gets', 'trusted'];

/** Sorted by a number, the largest are looked for first. */
const RISING = ['actor'];

/** The network in words and numbers: nothing that the picture says is missing here. */
export function ActorTable({ run }: { run: RunView }) {
  const { tick } = usePlayback();
  const { frame } = useFrame();
  const [at, state] = [tick.value, frame.value];
  const sorting = useSignal<Sorting | undefined>(undefined);
  const figures = useMemo(() => FIGURES.filter((name) => figuresAt(run, name, 0).length > 0), [run]);
  const rows = useMemo(() => rowsAt(run, at, state, figures), [run, at, state, figures]);
  const shown = sorting.value ? sorted(rows, sorting.value, language.value) : rows;
  const columns = ['actor', ...(run.alliances.length > 0 ? ALLIED : []), 'last', ...figures];
  return (
    <table class="actors">
      <caption>
        <span>{captionOf(run, at)}</span>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column} column={column} sorting={sorting} />
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <Row key={row.actor} run={run} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function captionOf({ clock }: RunView, at: number): string {
  return t('table.caption', { when: dateLabel(clock, at) });
}

const isNumber = (column: string): boolean => ['gets', 'trusted', ...FIGURES].includes(column);

const titleOf = (column: string): string => {
  const key = `table.${column}`;
  return isKey(key) ? t(key) : labelOf(column);
};

/** Words of the field among the headings that are no figures of the engine. */
const EXPLAINED: Readonly<Record<string, GlossaryTerm>> = { alliances: 'alliance', pays: 'quota', trusted: 'trust' };

/** A click sorts by the column, another the other way round. */
function Heading({ column, sorting }: { column: string; sorting: Signal<Sorting | undefined> }) {
  const own = sorting.value?.column === column ? sorting.value : undefined;
  const says = `table.says.${column}`;
  const term = EXPLAINED[column] ?? termOfFigure(column);
  return (
    <th
      scope="col"
      class={isNumber(column) ? 'number' : column}
      aria-sort={own ? (own.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        class="sort"
        title={isKey(says) ? t(says) : undefined}
        onClick={() => {
          sorting.value = { column, descending: own ? !own.descending : !RISING.includes(column) };
        }}
      >
        {titleOf(column)}
        <span class="sort-sign" aria-hidden="true">
          {own ? (own.descending ? '▾' : '▴') : ''}
        </span>
      </button>
      {term ? <Sign of={term} word={titleOf(column)} /> : null}
    </th>
  );
}

function Row({ run, row, columns }: { run: RunView; row: ActorRow; columns: readonly string[] }) {
  const { isPointed, pointing } = usePointed(row.actor);
  return (
    <tr class={isPointed ? 'pointed' : ''} {...pointing}>
      {columns.map((column) =>
        column === 'actor' ? (
          <th key={column} scope="row">
            <Sentence parts={[{ text: row.name, actor: run.actors[row.actor]!.id }]} run={run} />
          </th>
        ) : (
          <td key={column} class={isNumber(column) ? 'number' : column}>
            {cellOf(run, row, column)}
          </td>
        ),
      )}
    </tr>
  );
}

function cellOf(run: RunView, row: ActorRow, column: string): ComponentChildren {
  switch (column) {
    case 'alliances':
      return row.alliances.map((alliance) => <Chip key={alliance.id} run={run} alliance={alliance} />);
    case 'allies':
      return <Allies run={run} allies={row.allies} />;
    case 'pays':
      return row.pays.map((payment) => <Paid key={payment.alliance.id} payment={payment} />);
    case 'gets':
      return percent(row.gets);
    case 'trusted':
      return figureText(row.trusted);
    case 'last':
      return row.last
        ? t('table.dated', { when: dateLabel(run.clock, row.last.tick), what: textOf(sentence(row.last, run)) })
        : t('table.nothing');
    default:
      return valueText(column, row.figures[column] ?? Number.NaN);
  }
}

/** Who founded it stands beside it, among the allies; whoever listens hears its whole name. */
const Chip = ({ run, alliance }: { run: RunView; alliance: AllianceView }) => (
  <span class={`chip ${hueClass(run, run.alliances.indexOf(alliance))}`} title={alliance.name}>
    <b>{alliance.letter}</b>
    <span aria-hidden="true">{alliance.short}</span>
    <span class="unseen">{alliance.name}</span>
  </span>
);

/** More are counted in sight, and named for whoever listens. */
const NAMED = 4;
/** Letters of an ally’s name. */
const LETTERS = 22;

function Allies({ run, allies }: { run: RunView; allies: readonly number[] }) {
  if (allies.length === 0) return <>{t('table.nothing')}</>;
  const names = allies.map((actor) => run.actors[actor]!.name);
  const all = names.join(', ');
  const shown = names.slice(0, NAMED).map((name) => shortName(name, LETTERS));
  const rest = names.length - shown.length;
  const named = shown.join(', ');
  return (
    <span title={all}>
      <span aria-hidden="true">{rest > 0 ? t('table.others', { named, count: rest }) : named}</span>
      <span class="unseen">{all}</span>
    </span>
  );
}

/** Smaller gaps are those of rounding. */
const PAID = 0.995;

/** "A 80 %", with a sign where it is less than is asked. */
function Paid({ payment: { alliance, effort, quota } }: { payment: Payment }) {
  return (
    <span class="payment">
      <b>{alliance.letter}</b> {paidShare(effort, quota)}
      {isAsked(effort, quota) && effort < PAID * quota ? (
        <span class="short" title={t('table.short')}>
          <span aria-hidden="true">▾</span>
          <span class="unseen">{t('table.short')}</span>
        </span>
      ) : null}
    </span>
  );
}
