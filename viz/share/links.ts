import { batch } from '@preact/signals';
import type { RunView } from '../run-view/run-view.ts';
import type { Linked, Opening } from './linked.ts';

// Links with more in them than a name and a seed. What reads and writes them comes when the first is opened or made.
const reading = () => import('./open-link.ts');
const writing = () => import('./write-link.ts');

/** Whether the part of an address after # is such a link, perhaps one of another version. */
export const isLinkHash = (hash: string): boolean => hash.startsWith('#~');

/** Opens what a link says. */
export const openLink = (slices: Opening, hash: string): Promise<void> =>
  reading()
    .then((reader) => reader.runLink(slices, hash))
    .catch((error) => refuse(slices, error));

/** Opens the run that this page was saved with. */
export const openPayload = (slices: Opening, payload: string): Promise<void> =>
  reading()
    .then((reader) => reader.runPayload(slices, payload))
    .catch((error) => refuse(slices, error));

/** A link that cannot be read leaves what is on show; where nothing is yet, the first scenario. */
function refuse({ run, panels }: Opening, error: Error): void {
  batch(() => {
    panels.notice.value = error.message;
    const { id } = run.library.catalogue[0]!;
    if (run.scenario.peek() === '') void run.start(id, run.library.openingSeed(id));
  });
}

/** The link of the run on show, to this very moment of it; rejects with a sentence where it does not fit into one. */
export const linkOf = (slices: Linked, run: RunView): Promise<string> =>
  writing().then((writer) => writer.composeLink(slices, run));

/** The same, as a file holds it. */
export const payloadOf = (slices: Pick<Linked, 'run' | 'playback'>, run: RunView): Promise<string> =>
  writing().then((writer) => writer.composePayload(slices, run));
