import { useSignal } from '@preact/signals';
import { useApp } from '../app/state.ts';
import { alliancesAt } from '../story/moment.ts';
import type { Alliance, Story } from '../story/story.ts';
import { t } from '../text/index.ts';
import { memo } from './memo.tsx';
import { hueClass } from './weave.tsx';

/** So many have room for their names; more than that are letters, as in the pictures, until their names are asked for. */
const ROOM = 2;

/** The key to the pictures: letter, colour and name of every alliance of the day. */
export function InForce({ story }: { story: Story }) {
  const { tick } = useApp();
  const wished = useSignal(false);
  const present = alliancesAt(story, tick.value);
  const many = present.length > ROOM;
  const named = wished.value || !many;
  return (
    // It scrolls where there are many, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ul class={named ? 'in-force named' : 'in-force'} aria-label={t('event.in-force')} tabIndex={0}>
      {present.map(({ alliance, members }) => (
        <li key={alliance.id}>
          <Chip story={story} alliance={alliance} members={members} named={named} />
        </li>
      ))}
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

interface ChipOf {
  story: Story;
  alliance: Alliance;
  members: readonly number[];
  named: boolean;
}

const Chip = memo(({ story, alliance, members, named }: ChipOf) => {
  const { chosen } = useApp();
  const whole = `${alliance.name}: ${members.map((actor) => story.actors[actor]!.name).join(', ')}`;
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
      <span class={`chip ${hueClass(story, story.alliances.indexOf(alliance))}`}>
        <b>{alliance.letter}</b> {named ? <span class="chip-name">{alliance.short}</span> : null}{' '}
        <span class="size">{members.length}</span>
      </span>
    </button>
  );
});
