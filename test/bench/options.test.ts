import { expect, it } from 'vitest';
import { benchOptions } from '../../bench/options.ts';

it('takes a commit to be held against, and a file only for the whole of that', () => {
  expect(benchOptions([])).toEqual({ quick: false, against: undefined, out: undefined });
  expect(benchOptions(['--against', 'HEAD~1', '--out', 'a.md'])).toEqual({
    quick: false,
    against: 'HEAD~1',
    out: 'a.md',
  });
  expect(benchOptions(['--quick', '--against', 'HEAD'])).toEqual({ quick: true, against: 'HEAD', out: undefined });
  expect(() => benchOptions(['--out', 'a.md'])).toThrow(/--out needs --against/);
  expect(() => benchOptions(['--quick', '--against', 'HEAD', '--out', 'a.md'])).toThrow(/--quick writes nothing/);
  expect(() => benchOptions(['--againts', 'HEAD'])).toThrow(/--againts/);
  expect(() => benchOptions(['--against'])).toThrow(/--against/);
});
