import { type Signal, signal } from '@preact/signals';
import type { Debrief } from '../../classroom/protocol/state.ts';
import type { GlossaryTerm } from '../i18n/glossary.ts';
import type { RunSlice } from './run.ts';
import { slice } from './slice.ts';

/** Views of the stage. */
export type ReplayView = 'chart' | 'network' | 'table' | 'matrix';
/** On a narrow screen one of these shows at a time. */
export type Panel = 'storyline' | 'network' | 'events' | 'curves';
/** Pages of the app. */
export type ScreenName = 'replay' | 'odds' | 'explore' | 'sweep' | 'glossary';

/** What of the page is open, and how it shows a run. */
export interface PanelsSlice {
  screen: Signal<ScreenName>;
  view: Signal<ReplayView>;
  panel: Signal<Panel>;
  helping: Signal<boolean>;
  sharing: Signal<boolean>;
  /** A file is held over the page. */
  dropping: Signal<boolean>;
  /** A sentence about what could not be done. */
  notice: Signal<string>;
  /** The term of the glossary that was asked for. */
  term: Signal<GlossaryTerm | undefined>;
  /** Whether the network shows ill will. */
  feuds: Signal<boolean>;
  /** Whether the network stands on the map; undefined: where it reads well there. */
  map: Signal<boolean | undefined>;
  /** Whether it does. */
  mapped: Signal<boolean>;
  /** Whether the list of events has the everyday ones too. */
  everything: Signal<boolean>;
  /** Place of the event that a link means. */
  chosenEvent: Signal<number | undefined>;
  /** What somebody else shows on this page, which then has nothing to press; undefined where its reader leads it. */
  led: Signal<Debrief | undefined>;
}

export const [PanelsProvider, usePanels] = slice<PanelsSlice>();

export function createPanels({ run }: { run: RunSlice }): PanelsSlice {
  const view = signal<ReplayView>('network');
  const panel = signal<Panel>('storyline');
  const chosenEvent = signal<number | undefined>(undefined);
  // Another scenario opens as it wishes; another run of the same one stays as it was looked at.
  run.onMade(({ run: made, previous }) => {
    chosenEvent.value = undefined;
    if (made.scenario.id === previous?.scenario.id) return;
    if (made.chart) view.value = 'chart';
    else if (view.value === 'chart') view.value = 'network';
    if (made.chart || previous?.chart) panel.value = made.chart ? 'network' : 'storyline';
  });
  return {
    screen: signal<ScreenName>('replay'),
    view,
    panel,
    helping: signal(false),
    sharing: signal(false),
    dropping: signal(false),
    notice: signal(''),
    term: signal<GlossaryTerm | undefined>(undefined),
    feuds: signal(false),
    map: signal<boolean | undefined>(undefined),
    mapped: signal(false),
    everything: signal(false),
    chosenEvent,
    led: signal<Debrief | undefined>(undefined),
  };
}
