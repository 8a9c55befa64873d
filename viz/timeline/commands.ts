import { type Key, t } from '../i18n/index.ts';
import { times } from '../run-view/words.ts';
import { type PlaybackSlice, SPEEDS } from '../store/playback.ts';
import type { Command, CommandKey } from '../ui/command.ts';

interface Needed {
  playback: PlaybackSlice;
}

export const togglePlaying: Command<Needed> = {
  key: { names: [' '], shown: () => t('keys.space'), does: () => t('keys.toggle') },
  label: ({ playback }) => t(playback.playing.value ? 'transport.pause' : 'transport.play'),
  act: ({ playback }) => playback.toggle(),
};

/** @param shown how the help writes the key. @param label what its button says, where it has one. */
const way = (
  key: string,
  shown: () => string,
  does: Key,
  go: (playback: PlaybackSlice) => void,
  label?: Key,
): Command<Needed> => ({
  key: { names: [key], shown, does: () => t(does) },
  ...(label && { label: () => t(label) }),
  act: ({ playback }) => go(playback),
});

const by = (ticks: number) => (playback: PlaybackSlice) => playback.step(ticks);
const turn = (direction: 1 | -1) => (playback: PlaybackSlice) => playback.jump(direction);

/** Ways through time, in ticks and in turns of history. */
export const WAYS = {
  back: way('ArrowLeft', () => '←', 'keys.back', by(-1), 'transport.back'),
  on: way('ArrowRight', () => '→', 'keys.on', by(1), 'transport.on'),
  tenBack: way('PageUp', () => t('keys.pageUp'), 'keys.tenBack', by(-10)),
  tenOn: way('PageDown', () => t('keys.pageDown'), 'keys.tenOn', by(10)),
  start: way('Home', () => t('keys.home'), 'keys.start', by(-Infinity), 'transport.start'),
  end: way('End', () => t('keys.end'), 'keys.finish', by(Infinity), 'transport.end'),
  previous: way('[', () => '[', 'keys.previous', turn(-1), 'transport.previous'),
  next: way(']', () => ']', 'keys.next', turn(1), 'transport.next'),
};

const ALL_SPEEDS: Pick<CommandKey, 'shown' | 'does'> = {
  shown: () => `1 – ${SPEEDS.length}`,
  does: () => t('keys.speed', { speeds: SPEEDS.map(times).join(', ') }),
};

/** One for each speed; the row of the first in the help is that of all. */
export const SPEED_COMMANDS = SPEEDS.map(
  (speed, k): Command<Needed> => ({
    key: { names: [String(k + 1)], ...(k === 0 && ALL_SPEEDS) },
    label: () => times(speed),
    pressed: ({ playback }) => playback.speed.value === speed,
    act: ({ playback }) => {
      playback.speed.value = speed;
    },
  }),
);

export const toggleSkipping: Command<Needed> = {
  label: () => t('transport.skip'),
  pressed: ({ playback }) => playback.skipping.value,
  act: ({ playback: { skipping } }) => {
    skipping.value = !skipping.value;
  },
};
