import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip, readZip } from '../../../formats/sweep/zip.ts';

const FILES = { 'plan.json': Uint8Array.of(1, 2, 3), 'shards/a.parquet': new Uint8Array(5_000).fill(7) };
const everything = (): boolean => true;

function written(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = openZip((piece) => pieces.push(piece));
  for (const [path, bytes] of Object.entries(FILES)) zip.add(path, bytes);
  zip.finish();
  return Buffer.concat(pieces);
}

describe('a zip archive', () => {
  it('gives back the files that were put into it', () => {
    expect(Object.fromEntries(readZip(written(), everything))).toEqual(FILES);
  });

  it('gives them too where another program packed them, and only those that are wanted', () => {
    const packed = zipSync({ ...FILES, folder: {}, 'notes.txt': Uint8Array.of(4) }, { level: 9 });
    expect(Object.fromEntries(readZip(packed, (path) => !path.endsWith('.txt')))).toEqual(FILES);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['something else', new Uint8Array(1_000).fill(65)],
    ['the half of one', written().subarray(0, 4_000)],
  ])('is refused where it is %s', (_, bytes) => {
    expect(() => readZip(bytes, everything)).toThrow('not a zip archive, or an incomplete one');
  });

  it('is refused where its files say that they are larger than a page holds', () => {
    const bytes = written();
    // Sizes stand in the list at its end, 24 bytes behind its mark.
    const list = Buffer.from(bytes).indexOf(Uint8Array.of(0x50, 0x4b, 1, 2));
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(list + 24, 0xf0_00_00_00, true);
    expect(() => readZip(bytes, everything)).toThrow('its files have more than 2 GB');
  });
});
