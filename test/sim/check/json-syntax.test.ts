import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, faultSentence, parseJson, setPath } from '../../../sim/check/check.ts';
import { classifyFile } from '../../../sim/check/classify-file.ts';
import { always } from '../arbitrary.ts';
import { draft } from './three-powers.ts';

const faultsOf = (text: string): string[] => {
  const parsed = parseJson(text);
  return 'faults' in parsed ? parsed.faults.map(faultSentence) : [];
};

describe('a text that is not JSON is refused at its line and column, in the same words everywhere', () => {
  const table: [string, string, string][] = [
    [
      'a trailing comma in a list',
      '{\n  "a": [\n    1,\n  ]\n}',
      'expected a value after ",", got "]" (line 4, column 3)',
    ],
    ['one in an object', '{"a": 1,}', 'expected a key in double quotes after ",", got "}" (line 1, column 9)'],
    ['no comma', '{"a": 1\n"b": 2}', 'expected "," or "}", got the text "b" (line 2, column 1)'],
    ['no comma in a list', '[1 2]', 'expected "," or "]", got "2" (line 1, column 4)'],
    ['NaN', '{"a": NaN}', 'expected a value, got "NaN" (line 1, column 7)'],
    ['minus infinity', '[-Infinity]', 'expected a value or "]", got "-" (line 1, column 2)'],
    ['undefined', '[undefined]', 'expected a value or "]", got "undefined" (line 1, column 2)'],
    ['a plus', '[+1]', 'expected a value or "]", got "+1" (line 1, column 2)'],
    ['a bare point', '[.5]', 'expected a value or "]", got ".5" (line 1, column 2)'],
    ['half a number', '[1.]', 'expected a digit after "1." (line 1, column 4)'],
    ['half an exponent', '[1e+]', 'expected a digit after "1e+" (line 1, column 5)'],
    ['a leading nought', '[007]', 'expected "," or "]", got "0" (line 1, column 3)'],
    [
      'smart quotes',
      '{“id”: 1}',
      'expected a key in double quotes or "}", got "“id”": quotes must be straight and double (line 1, column 2)',
    ],
    [
      'single quotes',
      "{'id': 1}",
      'expected a key in double quotes or "}", got "\'id\'": quotes must be straight and double (line 1, column 2)',
    ],
    ['a bare key', '{\r\n  id: 1\r\n}', 'expected a key in double quotes or "}", got "id" (line 2, column 3)'],
    [
      'a no-break space',
      '{\u00a0"id": 1}',
      'expected a key in double quotes or "}", got a no-break space (U+00A0) (line 1, column 2)',
    ],
    ['a byte order mark', '\ufeff{}', 'expected a value, got a byte order mark (U+FEFF) (line 1, column 1)'],
    ['a strange space', '[\u2003]', 'expected a value or "]", got the character (U+2003) (line 1, column 2)'],
    [
      'a comment',
      '{ // why\n}',
      'expected a key in double quotes or "}", got a comment, which JSON does not have (line 1, column 3)',
    ],
    [
      'an open comment',
      '[1 /* why ]',
      'expected "," or "]", got a comment, which JSON does not have (line 1, column 4)',
    ],
    ['a text without its end', '["abc\n]', 'expected the closing quote of a text (line 1, column 6)'],
    ['a tab within a text', '["a\tb"]', 'expected U+0009 within a text to be written as an escape (line 1, column 4)'],
    [
      'an unknown escape',
      '["a\\xb"]',
      'expected an escape such as \\n or \\u00e9 within a text, got \\x (line 1, column 4)',
    ],
    [
      'half an escape',
      '["\\u12"]',
      'expected an escape such as \\n or \\u00e9 within a text, got \\u12 (line 1, column 3)',
    ],
    ['no colon', '{"a" 1}', 'expected ":" after the key, got "1" (line 1, column 6)'],
    ['no value', '{"a":}', 'expected a value, got "}" (line 1, column 6)'],
    ['the wrong end', '[1}', 'expected "," or "]", got "}" (line 1, column 3)'],
    ['more after the end', '{} {}', 'expected nothing more, got "{" (line 1, column 4)'],
    ['a page', '<!DOCTYPE html>', 'expected a value, got "<!DOCTYPE" (line 1, column 1)'],
    ['two lines of words', 'dear\ndiary', 'expected a value, got "dear" (line 1, column 1)'],
  ];
  it.each(table)('%s', (_, text, expected) => {
    expect(faultsOf(text)).toEqual([`not JSON: ${expected}`]);
  });

  it('wherever it was cut', () => {
    const text = JSON.stringify(draft(), null, 1);
    for (let length = 1; length < text.length; length++)
      expect(faultsOf(text.slice(0, length))).toEqual([
        expect.stringMatching(/^not JSON: expected .* \(line \d+, column \d+\)$/),
      ]);
  });

  it('whatever it is, of any depth', () => {
    const piece = fc.constantFrom(...'{}[]:,"\\ \n0123-.eE+truefalsn/*“\u00a0\ud800\t'.split(''), '"a"', 'true', '1');
    const text = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string(),
    );
    always(
      text.filter((any) => any.trim() !== ''),
      (any) => {
        let isJson = true;
        try {
          JSON.parse(any);
        } catch {
          isJson = false;
        }
        const faults = faultsOf(any);
        if (!isJson) expect(faults).toEqual([expect.stringMatching(/^not JSON: [^\n]+ \(line \d+, column \d+\)$/)]);
        else for (const fault of faults) expect(fault).toMatch(/given twice, at line \d+/);
      },
      3_000,
    );
    expect(faultsOf('['.repeat(1_000_000))).toEqual([expect.stringMatching(/^nested deeper than 48 levels \(line 1/)]);
  });
});

describe('a key that is given twice is a fault at its path', () => {
  const doubled = (key: string, first: string): string => {
    const text = JSON.stringify(draft());
    expect(text).toContain(key);
    return text.replace(key, `${first},${key}`);
  };
  it.each([
    ['title', '"title":', '"title":"Another"'],
    ['actors', '"actors":', '"actors":[]'],
    ['actors[0].resources.navy', '"navy":3', '"navy":99'],
    ['actors[1].id', '"id":"you"', '"id":"me"'],
    ['parameters.p', '"p":0.5', '"p":1'],
    ['shocks[0].changes[0].target.actors', '"actors":["us"]', '"actors":["you"]'],
  ])('%s', (path, key, first) => {
    const faults = faultsOf(doubled(key, first));
    expect(faults).toEqual([expect.stringMatching(/: given twice, at line 1, column \d+ and at line 1, column \d+$/)]);
    expect(faults[0]!.slice(0, path.length + 1)).toBe(`${path}:`);
    expect(classifyFile(doubled(key, first))).toMatchObject({ kind: 'neither', faults: [{ path }] });
  });

  it('also by an escape, in interventions, and as often as it is', () => {
    expect(faultsOf('[{"tick":1,\n "\\u0074ick":2, "tick":3}]')).toEqual([
      '[0].tick: given twice, at line 1, column 3 and at line 2, column 2',
      '[0].tick: given twice, at line 1, column 3 and at line 2, column 17',
    ]);
    expect(faultsOf('{"__proto__":1,"__proto__":2}')).toHaveLength(1);
  });

  it('but not in two objects, nor in a text', () => {
    expect(parseJson('[{"a":"\\"a\\":1"},{"a":{"a":":"}}]')).toEqual({ value: [{ a: '"a":1' }, { a: { a: ':' } }] });
  });

  it('and of a value that is set', () => {
    const outcome = setPath(draft(), 'actors.us.resources', '{"navy":1,"navy":2}');
    const checked = 'input' in outcome ? check(outcome.input) : undefined;
    expect(checked).toMatchObject({ faults: [{ path: 'actors[0].resources' }] });
  });
});
