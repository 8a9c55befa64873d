import { t } from '../i18n/index.ts';
import type { Importing } from './import-file.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** A file that is dropped anywhere on the page is opened; where it would only be shown by the browser instead, the page would be lost. */
export function openDroppedFiles(slices: Importing): () => void {
  const { dropping } = slices.panels;
  const over = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    dropping.value = true;
  };
  const leave = (event: DragEvent): void => {
    if (!event.relatedTarget) dropping.value = false;
  };
  const drop = async (event: DragEvent): Promise<void> => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    dropping.value = false;
    const [file] = event.dataTransfer!.files;
    if (file) await openFile(slices, file);
  };
  const dropped = (event: DragEvent): void => void drop(event);
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', leave);
  document.addEventListener('drop', dropped);
  return () => {
    document.removeEventListener('dragover', over);
    document.removeEventListener('dragleave', leave);
    document.removeEventListener('drop', dropped);
  };
}

/** Opens a file, or says in a sentence why not. */
export async function openFile(slices: Importing, file: File): Promise<void> {
  const { notice } = slices.panels;
  try {
    const { importFile } = await import('./import-file.ts');
    const sentence = await importFile(slices, file);
    if (sentence) notice.value = t('explore.notOpened', { reason: `${sentence}.`.replace(/([.!?])\.$/, '$1') });
  } catch (error) {
    notice.value = error instanceof Error ? error.message : String(error);
  }
}
