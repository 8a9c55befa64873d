import { useSignal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import { LARGE } from '../network/marks.ts';
import { hueClass } from '../run-view/hue-class.ts';
import { alliancesAt, type Present } from '../run-view/moment.ts';
import type { AllianceView, RunView } from '../run-view/run-view.ts';
import { usePlayback } from '../store/playback.ts';
import { useSelection } from '../store/selection.ts';
import { useDebounced } from '../ui/debounced.ts';
import { memo } from '../ui/memo.tsx';

/** So many have room for their names; more than that are letters, as in the pictures, until their names are asked for. */
const ROOM = 2;

/** So many letters are looked through; of more only the largest alliances have theirs, until all are asked for. */
const MOST = 30;

/** The key to the pictures: letter, colour and name of every alliance of the day. */
export function InForce({ run }: { run: RunView }) {
  const { tick, dragging } = usePlayback();
  const wished = useSignal(false);
  const large = run.actors.length > LARGE;
  const later = useDebounced(tick.value, dragging.value);
  const present = alliancesAt(run, large ? later : tick.value);
  const many = present.length > ROOM;
  const named = wished.value || !many;
  const shown = wished.value ? present : largest(present);
  return (
    // It scrolls where there are many, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ul class={named ? 'in-force named' : 'in-force'} aria-label={t('event.in-force')} tabIndex={0}>
      {shown.map(({ alliance, members }) => (
        <li key={alliance.id}>
          <Chip run={run} alliance={alliance} members={members} named={named} />
        </li>
      ))}
      {shown.length < present.length ? (
        <li class="none">{t('event.more-chips', { count: present.length - shown.length })}</li>
      ) : null}
      {many ? (
        <li>
          <button
            type="button"
            class="more-chips"
            aria-expanded={wished.value}
            onClick={() => {
              wished.value = !wished.value;
            }}
          >
            {t(wished.value ? 'event.fewer-names' : 'event.names')}
          </button>
        </li>
      ) : null}
      {present.length === 0 ? <li class="none">{t('event.none-in-force')}</li> : null}
    </ul>
  );
}

/** In their order. */
function largest(present: readonly Present[]): readonly Present[] {
  if (present.length <= MOST) return present;
  const sizes = present.map(({ members }) => members.length).sort((a, b) => b - a);
  const least = sizes[MOST - 1]!;
  // Of equals those that came first.
  let equals = MOST - sizes.filter((size) => size > least).length;
  return present.filter(({ members }) => members.length > least || (members.length === least && equals-- > 0));
}

interface ChipOf {
  run: RunView;
  alliance: AllianceView;
  members: readonly number[];
  named: boolean;
}

const Chip = memo(({ run, alliance, members, named }: ChipOf) => {
  const { chosen } = useSelection();
  const whole = `${alliance.name}: ${members.map((actor) => run.actors[actor]!.name).join(', ')}`;
  return (
    <button
      type="button"
      class="chip-button"
      title={whole}
      aria-label={named ? undefined : `${alliance.letter} ${members.length}, ${whole}`}
      onClick={() => {
        chosen.value = alliance.id;
      }}
    >
      <span class={`chip ${hueClass(run, run.alliances.indexOf(alliance))}`}>
        <b>{alliance.letter}</b> {named ? <span class="chip-name">{alliance.short}</span> : null}{' '}
        <span class="size">{members.length}</span>
      </span>
    </button>
  );
});
