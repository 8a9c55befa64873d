import type { AllianceRecord } from '../../sim/history/chronicle.ts';
import type { Obligation } from '../../sim/schema/treaty.ts';
import type { RunView } from '../run-view/run-view.ts';

/** What a treaty binds its members to, one sign each; the last is for one that asks for nothing under arms. */
export const DRAWN_OBLIGATIONS = [
  'defence',
  'offence',
  'neutrality',
  'nonaggression',
  'consultation',
  'cooperation',
] as const;
export type DrawnObligation = (typeof DRAWN_OBLIGATIONS)[number];

/** Each sign in a box of 12: an outline of its own, to be filled, so that it needs no colour. */
export const OBLIGATION_PATHS: Record<DrawnObligation, string> = {
  // A shield.
  defence: 'M1.5 1.5H10.5V5.5C10.5 8.4 8.7 10.3 6 11.5 3.3 10.3 1.5 8.4 1.5 5.5Z',
  // A sword, point up.
  offence: 'M6 .2 7.3 1.8V7H9.6V8.6H7.1V11.8H4.9V8.6H2.4V7H4.7V1.8Z',
  // Scales that hang level, as a disc half filled.
  neutrality: 'M6 .8A5.2 5.2 0 1 1 6 11.2 5.2 5.2 0 1 1 6 .8ZM6 2.1A3.9 3.9 0 0 0 6 9.9Z',
  // A barred circle.
  nonaggression:
    'M6 .8A5.2 5.2 0 1 1 6 11.2 5.2 5.2 0 1 1 6 .8ZM6 2.3A3.7 3.7 0 0 0 3 3.9L8.1 9A3.7 3.7 0 0 0 6 2.3ZM3 3.9 2.6 4.6A3.7 3.7 0 0 0 7.4 9.4Z',
  // Somebody speaks.
  consultation: 'M1 1.5H11V8.2H6.4L3.4 11V8.2H1Z',
  // Two rings joined.
  cooperation:
    'M4 2.6A3.4 3.4 0 1 1 4 9.4 3.4 3.4 0 1 1 4 2.6ZM4 4.1A1.9 1.9 0 1 0 4 7.9 1.9 1.9 0 1 0 4 4.1ZM8 2.6A3.4 3.4 0 1 1 8 9.4 3.4 3.4 0 1 1 8 2.6ZM8 4.1A1.9 1.9 0 1 0 8 7.9 1.9 1.9 0 1 0 8 4.1Z',
};

const known = (obligation: string): obligation is Obligation =>
  (DRAWN_OBLIGATIONS as readonly string[]).includes(obligation);

const found = new WeakMap<RunView, readonly (readonly DrawnObligation[])[]>();

/** The signs of every alliance of a run, in the order of DUTIES, by its place in `run.alliances`. */
export function drawnObligationsOf(run: RunView): readonly (readonly DrawnObligation[])[] {
  const duties = found.get(run) ?? findDuties(run);
  found.set(run, duties);
  return duties;
}

function findDuties(run: RunView): readonly (readonly DrawnObligation[])[] {
  const records = new Map<string, AllianceRecord[]>();
  for (const record of run.replay.alliances) {
    const namesakes = records.get(record.id);
    if (namesakes) namesakes.push(record);
    else records.set(record.id, [record]);
  }
  return run.alliances.map(({ id, from }) => {
    const record = records.get(id)?.find(({ founded }) => Math.max(0, founded) === from);
    // An engine newer than this page may know obligations that it has no sign for.
    const bound = DRAWN_OBLIGATIONS.filter((duty) => record?.obligations.filter(known).includes(duty as Obligation));
    return bound.length > 0 ? bound : ['cooperation'];
  });
}
