import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../scenarios/index.ts';
import { evenlyPicked, groundsOf } from '../../../viz/print/facts.ts';
import { filledPage } from '../../../viz/save/page.ts';
import { broken, captioned } from '../../../viz/save/picture/caption.ts';
import { colourOf, through } from '../../../viz/save/picture/colour.ts';
import { type Mark, UNMOVED, type VectorPicture } from '../../../viz/save/picture/marks.ts';
import { svgOf } from '../../../viz/save/picture/svg.ts';
import { HOSTILE } from '../../formats/runs.ts';

const ink = { hex: '#112233', alpha: 0.5 };
const stroke = { ...ink, width: 2, dash: [4, 2], cap: 'round', join: 'bevel' } as const;
const words = (text: string): Mark => ({
  kind: 'words',
  text,
  x: 10,
  y: 20,
  anchor: 'middle',
  matrix: [1, 0, 0, 1, 5, 0],
  size: 12,
  family: '"EB Garamond", serif',
  weight: '600',
  slant: 'italic',
  fill: ink,
  halo: stroke,
});
const band: Mark = { kind: 'outline', path: 'M0 0H10V10Z', matrix: [2, 0, 0, 2, 0, 0], fill: ink, hatch: 0, stroke };
const hatch = { size: 7, outlines: [{ ...band, matrix: UNMOVED, hatch: undefined }] };
const pictureOf = (...marks: Mark[]): VectorPicture => ({
  width: 200,
  height: 100,
  paper: '#ffffff',
  marks,
  hatches: [hatch],
});

function parsed(svg: string) {
  const faults: string[] = [];
  const note = (fault: string): void => void faults.push(fault);
  const errorHandler = { warning: note, error: note, fatalError: note };
  const root = new DOMParser({ errorHandler }).parseFromString(svg, 'image/svg+xml').documentElement;
  expect(faults).toEqual([]);
  return root;
}
const all = (root: ReturnType<typeof parsed>, name: string) => Array.from(root.getElementsByTagName(name));

describe('a drawing that stands alone', () => {
  it('lays hatching over colour, and letters over their halo, in that order', () => {
    const root = parsed(svgOf(pictureOf(band, words('Entente')), { title: 'T', says: 'S' }));
    const paths = all(root, 'path').filter((path) => (path.parentNode as Element | null)?.nodeName === 'svg');
    expect(paths.map((path) => path.getAttribute('fill'))).toEqual(['#112233', 'url(#hatch-0)']);
    expect(paths.map((path) => path.getAttribute('stroke'))).toEqual(['', '#112233']);
    expect(all(root, 'pattern').map((pattern) => pattern.getAttribute('id'))).toEqual(['hatch-0']);
    const texts = all(root, 'text');
    expect(texts.map((text) => text.getAttribute('fill'))).toEqual(['none', '#112233']);
    expect(texts[0]!.getAttribute('aria-hidden')).toBe('true');
    expect(texts[1]!.getAttribute('transform')).toBe('translate(5 0)');
    expect(texts[1]!.getAttribute('font-family')).toBe("'EB Garamond', serif");
  });

  it.each(HOSTILE)('bears any name letter by letter: %j', (name) => {
    const root = parsed(svgOf(pictureOf(words(name)), { title: name, says: name }));
    expect(all(root, 'script')).toEqual([]);
    const readable = name.replace(/[^\S ]|[\ud800-\udfff\uffff]|[^ -~]/gu, '');
    expect(all(root, 'title')[0]!.textContent!.replace(/[^\S ]|[^ -~]/gu, '')).toBe(readable);
  });
});

describe('a caption', () => {
  it('loses no word, and is no wider than there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 60 }), (all) => {
        const lines = broken(all.join(' '), 12, 120);
        expect(lines.join(' ')).toBe(all.join(' '));
        for (const line of lines) expect(line.length * 12 * 0.54).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('stands below the picture, and within what was added to it', () => {
    const picture = pictureOf(band);
    const setting = { ink: '#000000', quiet: '#666666', serif: 'serif', sans: 'sans-serif' };
    const whole = captioned(
      picture,
      { title: 'A title of some length', lines: ['seed 7 digest 0123456789abcdef'] },
      setting,
    );
    const added = whole.marks.slice(1).flatMap((mark) => (mark.kind === 'words' ? [mark.y] : []));
    expect(added.length).toBeGreaterThanOrEqual(2);
    for (const y of added) expect(y > picture.height && y < whole.height).toBe(true);
    expect([...added].sort((a, b) => a - b)).toEqual(added);
  });
});

describe('a colour', () => {
  it.each([
    ['rgb(230, 159, 0)', '#e69f00', 1],
    ['rgba(0, 0, 0, 0)', '#000000', 0],
    ['color(srgb 0.5 0 1 / 0.25)', '#8000ff', 0.25],
    ['rgb(12 34 56 / 50%)', '#0c2238', 0.5],
    ['color(srgb 1.2 -0.1 1e-7)', '#ff0000', 1],
    ['transparent', '#000000', 0],
  ])('as a browser computes it, %s, is %s for everybody', (computed, hex, alpha) => {
    expect(colourOf(computed)).toEqual({ hex, alpha });
  });

  it('that cannot be seen is none', () => {
    expect(through({ hex: '#ffffff', alpha: 1 }, 0)).toBeUndefined();
    expect(through({ hex: '#ffffff', alpha: 0.5 }, 0.5)).toEqual({ hex: '#ffffff', alpha: 0.25 });
  });
});

describe('a sheet', () => {
  it('takes events from the whole of a run', () => {
    const list = Array.from({ length: 100 }, (_, k) => k);
    expect(evenlyPicked(list, 4)).toEqual([12, 37, 62, 87]);
    expect(evenlyPicked(list.slice(0, 3), 4)).toEqual([0, 1, 2]);
    expect(evenlyPicked(list, 0)).toEqual([]);
  });

  it.each(Object.entries(scenarios))('names sources, and no choices or estimates, of %s', (_, scenario) => {
    const { sources, caveats } = groundsOf(scenario);
    expect(sources.length + caveats.length).toBeGreaterThan(0);
    expect(sources.filter((source) => /^(choice|estimate)\b/i.test(source))).toEqual([]);
    expect(new Set(sources).size).toBe(sources.length);
  });

  it.each([[null], [5], [{ provenance: [null, 5, { source: 7 }], caveats: 'no list' }]])(
    'takes %j for none',
    (scenario) => {
      expect(groundsOf(scenario)).toEqual({ caveats: [], sources: [] });
    },
  );
});

describe('a page of one file', () => {
  const page = '<title>Foedus</title><script>x</script><script type="application/json" id="run"></script>';

  it.each([['</script><script>alert(1)</script>'], ['$& $1 $$'], ['<!-- <script>']])(
    'holds a run with %j in it, and ends where it ended',
    (text) => {
      const letter = JSON.stringify({ text });
      const whole = filledPage(page, letter, text);
      expect(whole.match(/<script/g)).toHaveLength(2);
      expect(whole.match(/<\/script>/g)).toHaveLength(2);
      const inside = /id="run">(.*)<\/script>$/.exec(whole)![1]!;
      expect(JSON.parse(inside)).toEqual({ text });
      expect(whole.startsWith('<title>') && whole.includes(' – Foedus</title>')).toBe(true);
    },
  );
});
