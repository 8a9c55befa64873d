import { type Signal, signal } from '@preact/signals';
import type { PlaybackSlice } from '../store/playback.ts';
import type { RunSlice } from '../store/run.ts';
import { slice } from '../store/slice.ts';

/** An alliance whose end is asked about: its id, and the tick of its founding, since an id may be used again. */
export interface AskedEnding {
  alliance: string;
  founded: number;
}

/** What is asked about the ending of alliances. */
export interface AttributionSlice {
  asked: Signal<AskedEnding | undefined>;
  /** What ended an alliance of the run on show? The last that bore the id, where its founding is not said. */
  ask(alliance: string, founded?: number): void;
}

export const [AttributionProvider, useAttribution] = slice<AttributionSlice>();

export function createAttribution({ run, playback }: { run: RunSlice; playback: PlaybackSlice }): AttributionSlice {
  const asked = signal<AskedEnding | undefined>(undefined);
  return {
    asked,
    ask(alliance, founded) {
      const ended = run.shown.value?.replay.alliances.filter(
        (one) => one.id === alliance && one.ended !== null && (founded === undefined || one.founded === founded),
      );
      const last = ended?.at(-1);
      if (!last) return;
      playback.playing.value = false;
      asked.value = { alliance, founded: last.founded };
    },
  };
}
