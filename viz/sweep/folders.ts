import type { BroughtFile } from '../../workers/sweep-service.ts';

// Folders of the computer that a person chooses, in browsers that let a page have them (the File System Access API).

type ChooseFolder = (options: { id: string; mode: 'read' | 'readwrite' }) => Promise<FileSystemDirectoryHandle>;

const chooser = (): ChooseFolder | undefined =>
  (globalThis as { showDirectoryPicker?: ChooseFolder }).showDirectoryPicker?.bind(globalThis);

/** Whether a person can choose a folder here; elsewhere there are files and zips. */
export const canOpenFolders = (): boolean => chooser() !== undefined;

/** The folder that a person chooses; undefined where none was chosen. */
export async function chooseFolder(mode: 'read' | 'readwrite'): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await chooser()?.({ id: 'foedus-sweep', mode });
  } catch (error) {
    if ((error as Error).name === 'AbortError') return undefined;
    throw error;
  }
}

/** Folders within a folder of a sweep. */
const PARTS = ['shards', 'series'];

type Entries = AsyncIterable<[string, FileSystemDirectoryHandle | FileSystemFileHandle]>;

/** The files of a sweep's folder; what else is in it is not looked at. */
export async function filesOfFolder(folder: FileSystemDirectoryHandle): Promise<BroughtFile[]> {
  const found: BroughtFile[] = [];
  const gather = async (from: FileSystemDirectoryHandle, before: string): Promise<void> => {
    for await (const [name, entry] of from as unknown as Entries) {
      if (entry.kind === 'file') found.push({ path: before + name, content: await entry.getFile() });
      else if (before === '' && PARTS.includes(name)) await gather(entry, `${name}/`);
    }
  };
  await gather(folder, '');
  return found;
}

/** Writes a file into a folder. The browser puts it into its place only when it is whole. */
export async function writeInto(folder: FileSystemDirectoryHandle, path: string, content: Blob): Promise<void> {
  const parts = path.split('/');
  const name = parts.pop()!;
  let place = folder;
  for (const part of parts) place = await place.getDirectoryHandle(part, { create: true });
  const file = await place.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  await writable.write(content);
  await writable.close();
}

/** The text of a file of a folder; undefined where there is none. */
export async function textIn(folder: FileSystemDirectoryHandle, name: string): Promise<string | undefined> {
  try {
    return await (await (await folder.getFileHandle(name)).getFile()).text();
  } catch (error) {
    if ((error as Error).name === 'NotFoundError') return undefined;
    throw error;
  }
}
