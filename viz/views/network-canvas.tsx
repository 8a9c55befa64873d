import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../app/state.ts';
import { isDark } from '../app/theme.ts';
import { actorAt, paint } from '../network/paint.ts';
import { type Palette, paletteOf } from '../network/palette.ts';
import { type Room, summary, useScene } from './moment-scene.ts';

/** The network of a large world: hundreds of actors would be thousands of elements, which no page moves in time. */
export function Painting(room: Room) {
  const { story, ground, width, height } = room;
  const { tick, pointed } = useApp();
  const scene = useScene(room);
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette(canvas);
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
    paint(pen, { story, scene, palette: palette(), pointed: meant, ground: paths, width, height });
  });
  const point = ({ offsetX, offsetY }: PointerEvent): void => {
    pointed.value = actorAt(scene, offsetX, offsetY);
  };
  return (
    <canvas
      ref={canvas}
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      style={{ width: `${width}px`, height: `${height}px` }}
      role="img"
      aria-label={summary(story, tick.value)}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => {
        pointed.value = undefined;
      }}
    />
  );
}

/** The colours of the theme that is worn, read once for each. */
function usePalette(canvas: { current: HTMLCanvasElement | null }): () => Palette {
  const dark = isDark();
  const read = useRef<{ dark: boolean; palette: Palette }>(undefined);
  return () => {
    if (read.current?.dark !== dark) read.current = { dark, palette: paletteOf(canvas.current!.parentElement!) };
    return read.current.palette;
  };
}
