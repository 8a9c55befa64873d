import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Frame } from '../../sim/history/replay.ts';
import { t } from '../i18n/index.ts';
import { alliancesAt } from '../run-view/moment.ts';
import type { Story } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { useApp } from '../store/state.ts';
import { LARGE, type Scene, type Size } from './marks.ts';
import type { Ground } from './node-positions.ts';
import { keepAlike } from './reuse-unchanged.ts';
import { felt, standing } from './scene.ts';

export interface Room extends Size {
  story: Story;
  ground: Ground;
  /** The state to be shown, where it is not that of the run on show: of another run nothing earlier is known. */
  state?: ReadonlySignal<Frame | undefined> | undefined;
}

/** All that the network shows now. What the state of the tick adds comes a moment later; only that is then worked out. */
export function useScene({ story, ground, state: other, width, height }: Room): Scene {
  const { tick, frame, earlier, feuds } = useApp();
  const [at, state, before, hostile] = [
    tick.value,
    (other ?? frame).value,
    other ? undefined : earlier.value,
    feuds.value,
  ];
  const scene = useMemo(() => standing(story, ground.at, { width, height }, at), [story, ground.at, width, height, at]);
  const last = useRef<{ story: Story; at: Ground['at']; scene: Scene }>(undefined);
  return useMemo(() => {
    const now = felt(story, scene, state, hostile, before);
    const old = last.current?.story === story && last.current.at === ground.at ? last.current.scene : undefined;
    last.current = { story, at: ground.at, scene: keepAlike(old, now) };
    return last.current.scene;
  }, [story, ground.at, scene, state, hostile, before]);
}

/** Time in which a picture must stand still to be put into words, ms. */
const REST = 150;

/** The picture in words: at first at once, and then whenever time rests, for it takes as long to say as to draw. */
export function useSummary(story: Story): string {
  const { tick } = useApp();
  const at = tick.value;
  const first = useMemo(() => summary(story, tick.peek()), [story, tick]);
  const [said, say] = useState<{ of: Story; text: string }>();
  useEffect(() => {
    const timer = setTimeout(() => say({ of: story, text: summary(story, at) }), REST);
    return () => clearTimeout(timer);
  }, [story, at]);
  return said?.of === story ? said.text : first;
}

/** The picture in a sentence; the table holds the rest. */
function summary(story: Story, tick: number): string {
  const date = dateLabel(story.clock, tick);
  const present = alliancesAt(story, tick);
  if (present.length === 0) return t('network.none', { date });
  if (story.actors.length > LARGE)
    return t('network.many', { date, alliances: present.length, actors: story.actors.length });
  const named = present.map(({ alliance, members }) =>
    t('network.of', {
      alliance: alliance.name,
      members: members.map((actor) => story.actors[actor]!.name).join(', '),
    }),
  );
  return t('network.some', { date, alliances: named.join('; ') });
}
