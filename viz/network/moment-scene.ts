import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Frame } from '../../sim/results/replay.ts';
import { t } from '../i18n/index.ts';
import { type War, warsAt } from '../run-view/crises.ts';
import { alliancesAt } from '../run-view/moment.ts';
import { listPhrase, textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { useFrame } from '../store/frame.ts';
import { usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';
import type { Size } from '../ui/measure.ts';
import { LARGE, type NetworkScene } from './marks.ts';
import type { NodePositions } from './node-positions.ts';
import { reuseUnchanged } from './reuse-unchanged.ts';
import { felt, standing } from './scene.ts';
import type { Sight } from './sight.ts';

export interface Room extends Size {
  run: RunView;
  ground: NodePositions;
  sight: Sight;
  /** The state to be shown, where it is not that of the run on show: of another run nothing earlier is known. */
  frame?: ReadonlySignal<Frame | undefined> | undefined;
}

/** All that the network shows now. What the state of the tick adds comes a moment later; only that is then worked out. */
export function useScene({ run, ground, sight, frame: other, width, height }: Room): NetworkScene {
  const { tick } = usePlayback();
  const { frame, previousTrust } = useFrame();
  const { feuds } = usePanels();
  const [at, state, before, hostile] = [
    tick.value,
    (other ?? frame).value,
    other ? undefined : previousTrust.value,
    feuds.value,
  ];
  const scene = useMemo(
    () => standing(run, ground.at, { width, height }, at, sight),
    [run, ground.at, width, height, at, sight],
  );
  const last = useRef<{ run: RunView; at: NodePositions['at']; scene: NetworkScene }>(undefined);
  return useMemo(() => {
    const now = felt(run, scene, state, hostile, before);
    const old = last.current?.run === run && last.current.at === ground.at ? last.current.scene : undefined;
    last.current = { run, at: ground.at, scene: reuseUnchanged(old, now) };
    return last.current.scene;
  }, [run, ground.at, scene, state, hostile, before]);
}

/** Time in which a picture must stand still to be put into words, ms. */
const REST = 150;

/** The picture in words: at first at once, and then whenever time rests, for it takes as long to say as to draw. */
export function useSummary(run: RunView): string {
  const { tick } = usePlayback();
  const at = tick.value;
  const first = useMemo(() => summary(run, tick.peek()), [run, tick]);
  const [said, say] = useState<{ of: RunView; text: string }>();
  useEffect(() => {
    const timer = setTimeout(() => say({ of: run, text: summary(run, at) }), REST);
    return () => clearTimeout(timer);
  }, [run, at]);
  return said?.of === run ? said.text : first;
}

/** The picture in a sentence, and who is at war; the table holds the rest. */
const summary = (run: RunView, tick: number): string =>
  [alliancesWords(run, tick), ...warsAt(run, tick).map((war) => warWords(war, run))].join('. ');

const warWords = ({ attackers, defenders }: War, run: RunView): string =>
  t('network.warOf', {
    attackers: textOf(listPhrase(attackers, run)),
    defenders: textOf(listPhrase(defenders, run)),
  });

function alliancesWords(run: RunView, tick: number): string {
  const date = dateLabel(run.clock, tick);
  const present = alliancesAt(run, tick);
  if (present.length === 0) return t('network.none', { date });
  if (run.actors.length > LARGE)
    return t('network.many', { date, alliances: present.length, actors: run.actors.length });
  const named = present.map(({ alliance, members }) =>
    t('network.of', {
      alliance: alliance.name,
      members: members.map((actor) => run.actors[actor]!.name).join(', '),
    }),
  );
  return t('network.some', { date, alliances: named.join('; ') });
}
