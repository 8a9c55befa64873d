import type { ScenariosById } from '../../../formats/link/link.ts';
import { createLibrary, type Library } from '../../../viz/store/library.ts';

/** Scenarios that are at hand already, as a page has them. */
export const libraryOf = (scenarios: ScenariosById): Library =>
  createLibrary(
    Object.entries(scenarios).map(([id, written]) => ({
      id,
      title: (written as { title: string }).title,
      load: async () => written,
    })),
  );
