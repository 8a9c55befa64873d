import jsQR from 'jsqr';
import { PNG } from 'pngjs';

/** What a phone reads of a picture of the screen; undefined where it finds no code. */
export function qrIn(png: Buffer): string | undefined {
  const { data, width, height } = PNG.sync.read(png);
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}
