import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useSelection } from '../store/selection.ts';
import { isDark } from '../ui/theme.ts';
import { type Room, useScene, useSummary } from './moment-scene.ts';
import { actorAt, paintNetwork } from './paint-large.ts';
import { type Palette, readPalette } from './palette.ts';

/** The network of a large world: hundreds of actors would be thousands of elements, which no page moves in time. */
export function Painting(room: Room) {
  const { run, ground, width, height } = room;
  const { pointed, chosen } = useSelection();
  const scene = useScene(room);
  const canvas = useRef<HTMLCanvasElement>(null);
  const dark = isDark();
  const paletteOf = usePalette(canvas);
  const { atlas, sheet } = ground;
  const paths = useMemo(
    () => (atlas && sheet ? { land: new Path2D(sheet.land), grid: new Path2D(sheet.grid) } : undefined),
    [atlas, sheet],
  );
  const meant = pointed.value;
  const ratio = devicePixelRatio;
  useLayoutEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintNetwork(pen, { run, scene, palette: paletteOf(dark), pointed: meant, ground: paths, width, height, ratio });
  }, [run, scene, dark, meant, paths, width, height, ratio]);
  const point = ({ offsetX, offsetY }: MouseEvent): void => {
    pointed.value = actorAt(scene, offsetX, offsetY);
  };
  const choose = ({ offsetX, offsetY }: MouseEvent): void => {
    chosen.value = actorAt(scene, offsetX, offsetY) ?? chosen.value;
  };
  return (
    <canvas
      ref={canvas}
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      style={{ width: `${width}px`, height: `${height}px` }}
      role="img"
      aria-label={useSummary(run)}
      onPointerMove={point}
      onPointerDown={point}
      onClick={choose}
      onPointerLeave={() => {
        pointed.value = undefined;
      }}
    />
  );
}

/** The colours of a theme that is worn, read once for each. */
function usePalette(canvas: { current: HTMLCanvasElement | null }): (dark: boolean) => Palette {
  const read = useRef<{ dark: boolean; palette: Palette }>(undefined);
  return (dark) => {
    if (read.current?.dark !== dark) read.current = { dark, palette: readPalette(canvas.current!.parentElement!) };
    return read.current.palette;
  };
}
