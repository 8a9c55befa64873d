import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { isPassing, throwFileError } from '../../cli/input-error.ts';
import { shardBytes } from '../../cli/shard-file.ts';
import { checkWritable, createFolder, finalShards, putPlan, putShard, readPlans } from '../../cli/sweep-folder.ts';
import { smallDisk } from './small-disk.ts';
import { bytesOf, everything, of, refusal, sweepFolders } from './sweep-folders.ts';

const { top, fresh } = sweepFolders();

describe('a folder of a sweep', () => {
  it('has one plan when several processes make it at once', async () => {
    const dir = fresh();
    const built = join(top, 'built');
    await build({
      root: fileURLToPath(new URL('../..', import.meta.url)),
      configFile: false,
      publicDir: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: true,
        outDir: built,
        target: 'node20',
        rolldownOptions: { input: { folder: 'cli/sweep-folder.ts' }, output: { entryFileNames: '[name].js' } },
      },
    });
    writeFileSync(
      join(built, 'race.mjs'),
      `import { createFolder } from './folder.js';
      for (let n = 0; n < 40; n++) try { createFolder(process.argv[2] + n, process.argv[3].repeat(10_000)); } catch {}`,
    );
    const racer = `"${process.execPath}" "${join(built, 'race.mjs')}" "${dir}-"`;
    spawnSync('sh', ['-c', `${racer} a & ${racer} b & ${racer} c & wait`]);
    for (let n = 0; n < 40; n++) {
      expect(readdirSync(`${dir}-${n}`)).toEqual(['plan.json']);
      expect(readFileSync(`${dir}-${n}/plan.json`, 'utf8')).toMatch(/^(a{10000}|b{10000}|c{10000})$/);
    }
  });
});

describe('a disk that is full or read-only', () => {
  it.each([
    ['ENOSPC', true, 'the disk is full'],
    ['EDQUOT', true, 'the disk quota is used up'],
    ['EIO', true, 'the disk fails'],
    ['ESTALE', true, 'the network file system has lost it'],
    ['EROFS', false, 'the place is read-only'],
    ['EACCES', false, 'access is not allowed'],
    ['ENOENT', false, 'there is no such file or folder'],
  ])('answers %s, which may pass: %s', (code, passes, reason) => {
    const answer = Object.assign(new Error(`${code}: bad luck`), { code });
    expect(refusal(() => throwFileError('shard', answer))).toBe(`shard: ${reason}`);
    try {
      throwFileError('shard', answer);
    } catch (error) {
      expect(isPassing(error)).toBe(passes);
    }
  });

  it('keeps what was whole, and nothing else', () => {
    const disk = smallDisk(128);
    if (!disk) return;
    try {
      const dir = join(disk.folder, 'sweep');
      createFolder(dir, 'plan');
      putShard(dir, 0, bytesOf(0));
      const before = everything(dir);
      const large = new Uint8Array(200 * 1024).fill(7);
      for (const attempt of [
        () => putShard(dir, 1, large),
        () => putShard(dir, 0, large),
        () => putPlan(dir, 2, 'x'.repeat(300_000)),
      ])
        try {
          attempt();
          throw new Error('was not refused');
        } catch (error) {
          expect((error as Error).message).toMatch(/: the disk is full$/);
          expect(isPassing(error)).toBe(true);
        }
      expect(everything(dir)).toEqual(before);
      expect(Buffer.compare(shardBytes(dir, of(0)), bytesOf(0))).toBe(0);
      checkWritable(dir);
      disk.makeReadOnly();
      for (const attempt of [
        () => putShard(dir, 1, bytesOf(1)),
        () => checkWritable(dir),
        () => putPlan(dir, 2, 'plan 2'),
      ])
        expect(refusal(attempt)).toMatch(/: the place is read-only$/);
      const other = join(disk.folder, 'other');
      expect(refusal(() => createFolder(other, 'plan'))).toBe(`${other}: the place is read-only`);
      expect(readPlans(dir)).toEqual(['plan']);
      expect(finalShards(dir)).toEqual([0]);
    } finally {
      disk.remove();
    }
  });
});
