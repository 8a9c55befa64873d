import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Places } from '../../workers/layout.ts';
import type { Story } from '../run-view/run-view.ts';
import { useApp } from '../store/state.ts';
import { useLater } from '../ui/lazy.ts';
import { lettering } from './arrange.ts';
import type { Atlas } from './atlas.ts';
import type { Sheet } from './coastlines.ts';
import type { Point } from './hull.ts';
import type { Size } from './marks.ts';
import { spreadOver } from './scene.ts';

const loadMaps = () => import('./maps.ts');

/** Where the actors stand, and the map under them if they stand on one. */
export interface Ground {
  at: readonly Point[];
  atlas: Atlas | undefined;
  sheet: Sheet | undefined;
}

/** Every actor of the story has a place on the globe, and there is more than one. */
export const hasMap = ({ actors }: Story): boolean => actors.length > 1 && actors.every(({ location }) => location);

/** Settings whose map could once be read: it stays, for a bar that comes above it must not take the ground from under the actors. */
const readable = new WeakSet<Story['written']['setting']>();

/** On the map names may stand nearer to the lower edge, for the land needs the room. */
const SPARED = 24;

/** The ground of a room of so many pixels; undefined while what measures a map is on its way. */
export function useGround(story: Story, places: Places, { width, height }: Size): Ground | undefined {
  const { map, mapped } = useApp();
  const wanted = map.value;
  const maps = useLater(loadMaps, hasMap(story) && wanted !== false);
  const { came } = maps && 'came' in maps ? maps : { came: undefined };
  const atlas = useMemo(() => {
    const room = { width, height };
    const { x, top, bottom } = lettering(room);
    return came?.atlasOf(story.actors, room, { x, top, bottom: bottom - SPARED });
  }, [came, story.actors, width, height]);
  if (atlas?.reads) readable.add(story.written.setting);
  const shown = atlas && (wanted ?? readable.has(story.written.setting)) ? atlas : undefined;
  const sheet = useSheet(came?.sheet, shown, width, height);
  useEffect(() => {
    mapped.value = shown !== undefined;
  }, [shown]);
  const at = useMemo(() => shown?.at ?? spreadOver(places, { width, height }), [shown, places, width, height]);
  const coming = hasMap(story) && wanted !== false && maps === undefined;
  return coming ? undefined : { at, atlas: shown, sheet };
}

/** The coasts, once they are there; without them the actors stand on the bare sheet. */
function useSheet(
  draw: ((projection: Atlas['projection'], room: Size) => Promise<Sheet>) | undefined,
  atlas: Atlas | undefined,
  width: number,
  height: number,
): Sheet | undefined {
  const [drawn, keep] = useState<{ atlas: Atlas; sheet: Sheet }>();
  useEffect(() => {
    if (!draw || !atlas) return;
    let here = true;
    draw(atlas.projection, { width, height }).then(
      (sheet) => here && keep({ atlas, sheet }),
      () => {},
    );
    return () => {
      here = false;
    };
  }, [draw, atlas, width, height]);
  return drawn?.atlas === atlas ? drawn?.sheet : undefined;
}
