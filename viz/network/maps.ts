// All that a map takes, fetched when the first scenario with locations is shown.
export { atlasOf } from './atlas.ts';
export { mapSheet } from './coastlines.ts';
