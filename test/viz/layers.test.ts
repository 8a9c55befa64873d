import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

// Folders of the page need each other one way round only, so that each can be read, and changed, by itself.

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'viz'], { cwd: root })
  .toString()
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && existsSync(posix.join(root, file)));

/** Folder of a file of the page; those that stand in none put all of it together. */
const folderOf = (file: string): string => (file.split('/').length > 2 ? file.split('/')[1]! : 'mount');

/** Files of the page that a file imports, types and what comes later included. */
function importsOf(file: string): string[] {
  const code = readFileSync(posix.join(root, file), 'utf8');
  return ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => posix.join(posix.dirname(file), fileName))
    .filter((target) => target.startsWith('viz/') && /\.tsx?$/.test(target));
}

const arrows = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

/** From the bottom up; what is none of them is a feature, and stands between the store and the shell. */
const BELOW = ['i18n', 'ui', 'run-view', 'store'];
const ABOVE = ['shell', 'mount'];
const heightOf = (folder: string): number => {
  if (BELOW.includes(folder)) return BELOW.indexOf(folder);
  return BELOW.length + 1 + ABOVE.indexOf(folder);
};

describe('the folders of the page', () => {
  it('need only what lies below them', () => {
    expect(arrows.length).toBeGreaterThan(500);
    const upward = arrows.filter(({ file, target }) => heightOf(folderOf(target)) > heightOf(folderOf(file)));
    expect(upward).toEqual([]);
  });

  it('do not need each other, feature by feature', () => {
    const pairs = new Set(arrows.map(({ file, target }) => `${folderOf(file)} ${folderOf(target)}`));
    const mutual = [...pairs].filter((pair) => {
      const [from, to] = pair.split(' ');
      return from !== to && pairs.has(`${to} ${from}`);
    });
    expect(mutual).toEqual([]);
  });
});
