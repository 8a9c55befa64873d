import { useSignal } from '@preact/signals';
import { useApp } from '../app/state.ts';
import { alliancesAt } from '../story/moment.ts';
import type { Story } from '../story/story.ts';
import { t } from '../text/index.ts';
import { hueClass } from './weave.tsx';

/** Chips that have room without pushing the events away; of more than that the smallest stay behind a button. */
const ROOM = 6;

/** The key to the pictures: letter, colour and name of every alliance of the day, the largest first where there are many. */
export function InForce({ story }: { story: Story }) {
  const { tick, chosen } = useApp();
  const all = useSignal(false);
  const present = alliancesAt(story, tick.value);
  const many = present.length > ROOM;
  const bySize = many && !all.value ? [...present].sort((a, b) => b.members.length - a.members.length) : present;
  const shown = many && !all.value ? bySize.slice(0, ROOM - 1) : bySize;
  return (
    // It scrolls where there are many, so the keyboard must reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <ul class={all.value && many ? 'in-force whole' : 'in-force'} aria-label={t('event.in-force')} tabIndex={0}>
      {shown.map(({ alliance, members }) => (
        <li key={alliance.id}>
          <button
            type="button"
            class={`chip ${hueClass(story, story.alliances.indexOf(alliance))}`}
            title={`${alliance.name}: ${members.map((actor) => story.actors[actor]!.name).join(', ')}`}
            onClick={() => {
              chosen.value = alliance.id;
            }}
          >
            <b>{alliance.letter}</b> <span class="chip-name">{alliance.short}</span>{' '}
            <span class="size">{members.length}</span>
          </button>
        </li>
      ))}
      {many ? (
        <li>
          <button
            type="button"
            class="chip more-chips"
            aria-expanded={all.value}
            onClick={() => {
              all.value = !all.value;
            }}
          >
            {all.value ? t('event.fewer') : t('event.all-in-force', { count: present.length })}
          </button>
        </li>
      ) : null}
      {present.length === 0 ? <li class="none">{t('event.none-in-force')}</li> : null}
    </ul>
  );
}
