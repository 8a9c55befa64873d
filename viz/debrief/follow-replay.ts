import './led.css';
import { batch, effect } from '@preact/signals';
import type { ReplayLink } from '../classroom/replay-link.ts';
import { REPLAY_MOVED } from '../classroom/replay-moved.ts';
import type { Linked, Opening } from '../share/linked.ts';
import type { PlaybackSlice } from '../store/playback.ts';
import { ledFault } from './led-fault.ts';
import { planWithoutDecisions } from './without-decisions.ts';

/** What was asked for is shown in the order in which it was asked; what is asked over before its turn is passed over. */
let turn: Promise<void> = Promise.resolve();
let newest = 0;

/** Goes where a link leads in the run on show: to a moment and an event of it, or to a branch that somebody else shows. */
export function followReplay(slices: Linked & Opening, link: ReplayLink): Promise<void> {
  const mine = ++newest;
  turn = turn.then(() => (mine === newest ? follow(slices, link) : undefined));
  return turn;
}

async function follow(
  { run, playback, panels, branches, sharedRun }: Linked & Opening,
  link: ReplayLink,
): Promise<void> {
  const { view, event, led, tick } = link;
  // A branch of a branch grows from what is on show, and the class means its own game.
  while (branches.pair.peek()) await branches.undo();
  const shown = run.shown.peek();
  if (!shown) return;
  isFollowing = true;
  batch(() => {
    playback.playing.value = false;
    playback.go(tick ?? playback.tick.peek());
    panels.chosenEvent.value = event ?? undefined;
    // The list leaves out what happens often; what is talked about must be in it.
    const chosen = shown.events[event ?? -1];
    if (chosen) panels.everything.value = !shown.news.includes(chosen);
    if (event !== null && view?.what === 'why' && led === undefined) panels.panel.value = 'events';
    panels.led.value = led && { tick: playback.tick.peek(), event, view };
    ledFault.value = '';
    // Whoever leads sets the address; a reader's own follows what they look at.
    sharedRun.kept.value = led === undefined ? undefined : run.attempt.peek();
  });
  isFollowing = false;
  tellOfMoves(playback);
  if (led === undefined || view?.what !== 'branch') return;
  const plan = planWithoutDecisions(shown.replay.interventions, view);
  ledFault.value = (plan ? await branches.create(plan) : 'none') ?? '';
}

let isFollowing = false;
let isTelling = false;
let ledTo = 0;

/** Tells the page that holds this one when its reader goes elsewhere, so that it leads them no further. */
function tellOfMoves({ moves }: PlaybackSlice): void {
  ledTo = moves.peek();
  if (isTelling || parent === self) return;
  isTelling = true;
  effect(() => {
    const isElsewhere = moves.value !== ledTo;
    if (isElsewhere && !isFollowing) parent.postMessage(REPLAY_MOVED, location.origin);
  });
}
