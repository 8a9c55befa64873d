import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Layout } from '../../workers/layout.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePanels } from '../store/panels.ts';
import { useLazy } from '../ui/lazy.ts';
import type { Size } from '../ui/measure.ts';
import { lettering } from './arrange.ts';
import type { Atlas } from './atlas.ts';
import type { MapSheet } from './coastlines.ts';
import type { Point } from './outline-geometry.ts';
import { spreadOver } from './scene.ts';

const loadMaps = () => import('./maps.ts');

/** Where the actors stand, and the map under them if they stand on one. */
export interface NodePositions {
  at: readonly Point[];
  atlas: Atlas | undefined;
  sheet: MapSheet | undefined;
}

/** Every actor of the run has a place on the globe, and there is more than one. */
export const hasMap = ({ actors }: RunView): boolean => actors.length > 1 && actors.every(({ location }) => location);

/** On the map names may stand nearer to the lower edge, for the land needs the room. */
const SPARED = 24;

/** The ground of a room of so many pixels; undefined while what measures a map is on its way. */
export function useNodePositions(run: RunView, layout: Layout, { width, height }: Size): NodePositions | undefined {
  const { map, mapped } = usePanels();
  const wanted = map.value;
  const maps = useLazy(loadMaps, hasMap(run) && wanted !== false);
  const { came } = maps && 'came' in maps ? maps : { came: undefined };
  const atlas = useMemo(() => {
    const room = { width, height };
    const { x, top, bottom } = lettering(room);
    return came?.atlasOf(run.actors, room, { x, top, bottom: bottom - SPARED });
  }, [came, run.actors, width, height]);
  const shown = atlas && (wanted ?? atlas.reads) ? atlas : undefined;
  const sheet = useSheet(came?.mapSheet, shown, width, height);
  useEffect(() => {
    mapped.value = shown !== undefined;
  }, [shown]);
  const at = useMemo(() => shown?.at ?? spreadOver(layout, { width, height }), [shown, layout, width, height]);
  const coming = hasMap(run) && wanted !== false && maps === undefined;
  return coming ? undefined : { at, atlas: shown, sheet };
}

/** The coasts, once they are there; without them the actors stand on the bare sheet. */
function useSheet(
  draw: ((projection: Atlas['projection'], room: Size) => Promise<MapSheet>) | undefined,
  atlas: Atlas | undefined,
  width: number,
  height: number,
): MapSheet | undefined {
  const [drawn, keep] = useState<{ atlas: Atlas; sheet: MapSheet }>();
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
