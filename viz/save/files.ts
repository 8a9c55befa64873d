import type { Key } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { Linked } from '../share/linked.ts';
import { fileStemOf } from './name.ts';

/** A kind of file that the run on show can be saved as. */
export interface FileKind {
  /** What it is called on its button, and by the end of its name. */
  label: string;
  ending: string;
  id: string;
  content(slices: Linked, run: RunView): Promise<{ content: string | Uint8Array | Blob; type: string; name: string }>;
}

/** Kinds that hold the same, each said in a sentence. */
export interface FileGroup {
  title: Key;
  says: Key;
  kinds: readonly FileKind[];
}

/** What the engine writes: the very bytes that the command line would. */
const written = (label: string, ending: string, type: string): FileKind => ({
  label,
  ending,
  id: `save-${ending.slice(1).replace('.', '-')}`,
  content: async ({ run: { session }, branches }, run) => ({
    content: await session.save(ending, branches.back()),
    type,
    name: fileStemOf(run, ending),
  }),
});

const pictured = (which: 'stage' | 'storyline', kind: 'png' | 'svg'): FileKind => ({
  label: kind.toUpperCase(),
  ending: `.${kind}`,
  id: `save-${which}-${kind}`,
  content: async (slices, run) => {
    const { pictureFile } = await import('./picture/save.ts');
    const what = which === 'stage' ? slices.panels.view.peek() : which;
    const name = fileStemOf(run, `-${what}-${slices.playback.tick.peek()}.${kind}`);
    return { ...(await pictureFile(slices, run, which, kind)), name };
  },
});

const page: FileKind = {
  label: 'HTML',
  ending: '.html',
  id: 'save-page',
  content: async (slices, run) => {
    const { offlinePage } = await import('./page.ts');
    return { content: await offlinePage(slices, run), type: 'text/html', name: fileStemOf(run, '.html') };
  },
};

const run: FileKind = { ...written('JSON', '.json', 'application/json'), id: 'save-run' };

export const FILE_GROUPS: readonly FileGroup[] = [
  { title: 'save.run', says: 'save.runSays', kinds: [run] },
  { title: 'save.page', says: 'save.pageSays', kinds: [page] },
  {
    title: 'save.storyline',
    says: 'save.storylineSays',
    kinds: [pictured('storyline', 'png'), pictured('storyline', 'svg')],
  },
  { title: 'save.stage', says: 'save.stageSays', kinds: [pictured('stage', 'png'), pictured('stage', 'svg')] },
  {
    title: 'save.actors',
    says: 'save.actorsSays',
    kinds: [written('CSV', '.csv', 'text/csv'), written('Parquet', '.parquet', 'application/vnd.apache.parquet')],
  },
  {
    title: 'save.world',
    says: 'save.worldSays',
    kinds: [
      written('CSV', '.world.csv', 'text/csv'),
      written('Parquet', '.world.parquet', 'application/vnd.apache.parquet'),
    ],
  },
  { title: 'save.graph', says: 'save.graphSays', kinds: [written('GEXF', '.gexf', 'application/gexf+xml')] },
  {
    title: 'save.graphEnd',
    says: 'save.graphEndSays',
    kinds: [written('GraphML', '.graphml', 'application/graphml+xml')],
  },
];
