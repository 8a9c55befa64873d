import { type Key, t } from '../i18n/index.ts';
import { times } from '../run-view/words.ts';
import { type PlaybackSlice, SPEEDS } from '../store/playback.ts';
import type { Command } from '../ui/command.ts';

interface Needed {
  playback: PlaybackSlice;
}

export const togglePlaying: Command<Needed> = {
  key: { names: [' '], help: { shown: () => t('keys.space'), does: () => t('keys.toggle') } },
  label: ({ playback }) => t(playback.playing.value ? 'transport.pause' : 'transport.play'),
  act: ({ playback }) => playback.toggle(),
};

interface Way {
  key: string;
  shown(): string;
  does: Key;
  label?: Key;
  go(playback: PlaybackSlice): void;
}

const way = ({ key, shown, does, label, go }: Way): Command<Needed> => ({
  key: { names: [key], help: { shown, does: () => t(does) } },
  ...(label && { label: () => t(label) }),
  act: ({ playback }) => go(playback),
});

/** Ways through time, in ticks and in turns of history. */
export const WAYS = {
  back: way({
    key: 'ArrowLeft',
    shown: () => '←',
    does: 'keys.back',
    label: 'transport.back',
    go: (playback) => playback.step(-1),
  }),
  on: way({
    key: 'ArrowRight',
    shown: () => '→',
    does: 'keys.on',
    label: 'transport.on',
    go: (playback) => playback.step(1),
  }),
  tenBack: way({
    key: 'PageUp',
    shown: () => t('keys.pageUp'),
    does: 'keys.tenBack',
    go: (playback) => playback.step(-10),
  }),
  tenOn: way({
    key: 'PageDown',
    shown: () => t('keys.pageDown'),
    does: 'keys.tenOn',
    go: (playback) => playback.step(10),
  }),
  start: way({
    key: 'Home',
    shown: () => t('keys.home'),
    does: 'keys.start',
    label: 'transport.start',
    go: (playback) => playback.step(-Infinity),
  }),
  end: way({
    key: 'End',
    shown: () => t('keys.end'),
    does: 'keys.finish',
    label: 'transport.end',
    go: (playback) => playback.step(Infinity),
  }),
  previous: way({
    key: '[',
    shown: () => '[',
    does: 'keys.previous',
    label: 'transport.previous',
    go: (playback) => playback.jump(-1),
  }),
  next: way({
    key: ']',
    shown: () => ']',
    does: 'keys.next',
    label: 'transport.next',
    go: (playback) => playback.jump(1),
  }),
};

/** One for each speed; the help tells of all in one row. */
export const SPEED_COMMANDS = SPEEDS.map(
  (speed, k): Command<Needed> => ({
    key: {
      names: [String(k + 1)],
      ...(k === 0 && {
        help: {
          shown: () => `1 – ${SPEEDS.length}`,
          does: () => t('keys.speed', { speeds: SPEEDS.map(times).join(', ') }),
        },
      }),
    },
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
