import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPoints } from '../../../formats/sweep/points-csv.ts';
import { engineSentence } from '../../../viz/i18n/engine-sentences.ts';
import faults from '../../../viz/i18n/es/faults.json';
import { speak } from '../../../viz/i18n/index.ts';
import { sweepQuestions } from '../../../workers/sweep-questions.ts';
import { world } from '../../sim/experiment/sweep/plans.ts';

// What the engine says of a plan stands on the Spanish screen in Spanish.

const inSpanish = (sentence: string): string => engineSentence(sentence).text;
const HOLES = /\{\w+\}/g;

describe('a sentence of the engine', () => {
  beforeEach(() => speak('es'));
  afterEach(() => speak('en'));

  it.each([
    ['expected a number, got "many"', 'se esperaba un número, hay "many"'],
    ['expected a whole number from 1 to 1000000, got 0', 'se esperaba un número entero de 1 a 1000000, hay 0'],
    ['missing, expected a list of 1 to 4', 'falta: se esperaba una lista de 1 a 4'],
    ['expected a number or an object, got nothing', 'se esperaba un número o un objeto, no hay nada'],
    [
      'there is no metric "securty" (did you mean "security"?)',
      'no hay ninguna métrica "securty" (¿quizá "security"?)',
    ],
    [
      'unknown name "q" in formula (known: a, b and 3 more)',
      'nombre desconocido "q" en la fórmula (se conocen: a, b y 3 más)',
    ],
    [
      'vary[0].from: expected a number above 0 for a logarithmic scale, got 0',
      'vary[0].from: se esperaba un número mayor que 0 para una escala logarítmica, hay 0',
    ],
    [
      'my points.csv: line 3, column hostility: expected a value, got nothing',
      'my points.csv: línea 3, columna hostility: se esperaba un valor, no hay nada',
    ],
    [
      'stop: formula does not parse: Value expected (char 4)',
      'stop: la fórmula no se entiende: falta un valor (carácter 4)',
    ],
  ])('is told in Spanish: %s', (english, spanish) => {
    expect(engineSentence(english)).toEqual({ text: spanish, isTranslated: true });
  });

  it('keeps what a person wrote, even where it reads like a sentence of the engine', () => {
    expect(inSpanish('there is no metric "expected a number, got nothing"')).toBe(
      'no hay ninguna métrica "expected a number, got nothing"',
    );
  });

  it.each(['', 'something that nobody foresaw', 'a or b', 'x: y', `${'x: '.repeat(2_000)}y`])(
    'stays in English where there are no words for it: %j',
    (sentence) => {
      expect(engineSentence(sentence)).toEqual({ text: sentence, isTranslated: false });
    },
  );

  it('stays as it is in English', async () => {
    await speak('en');
    expect(engineSentence('expected a number, got 1')).toEqual({
      text: 'expected a number, got 1',
      isTranslated: false,
    });
  });
});

describe('the forms of sentences', () => {
  it('say in Spanish all that they say in English', () => {
    for (const forms of Object.values(faults))
      for (const [english, spanish] of Object.entries(forms))
        expect([...spanish.matchAll(HOLES)].map(String).sort(), english).toEqual(
          [...english.matchAll(HOLES)].map(String).sort(),
        );
  });
});

/** Words that no Spanish sentence has. */
const ENGLISH = /\b(expected|got|the|of|is|are|with|number|list|there|and|or|not|at|most|text|value|year)\b/;

/** A world of the tests with what a person may get wrong. */
const WRONG: object[] = [
  { vary: [{ path: 'parameters.p', from: 'a', to: 1 }] },
  { vary: [{ path: 'parameters.p', from: 0, to: 1 }], replicates: 0 },
  { vary: [{ path: 'parameters.p', from: 2, to: 1, steps: 2 }] },
  { vary: [{ path: 'parameters.p', from: 0, to: 1, steps: 1 }] },
  { vary: [{ path: 'parameters.p', values: [] }] },
  { vary: [{ path: 'parameters.p', as: '1x', values: [1, 1] }] },
  { vary: [{ path: 'parameters.p', as: 'run', values: [1] }] },
  { vary: [{ path: 'parameters.p', as: 'constructor', values: [1] }] },
  { vary: [{ path: 'parameters.nowhere', values: [1] }] },
  { vary: [{ path: 'nowhere.near.here', values: [1] }] },
  { vary: [{ path: 'actors[99].autonomy', values: [1] }] },
  { vary: [{ path: 'actors.XYZ.autonomy', values: [1] }] },
  { vary: [{ path: '..', values: [1] }] },
  { vary: [{ path: 'parameters.p', expression: '1 +' }] },
  { vary: [{ path: 'parameters.p', expression: 'foo(1)' }] },
  { vary: [{ path: 'parameters.p', as: 'x', expression: 'x' }] },
  { vary: [{ path: 'parameters.p', expression: 'a.b' }] },
  { vary: [{ path: 'parameters.p', expression: '' }] },
  {
    vary: [{ path: 'parameters.p', distribution: { kind: 'normal', mean: 0, sd: 0 } }],
    design: { kind: 'lhs', size: 4 },
  },
  {
    vary: [{ path: 'parameters.p', distribution: { kind: 'normal', mean: 0, sd: 1 } }],
    design: { kind: 'morris', size: 4 },
  },
  {
    vary: [{ path: 'parameters.p', distribution: { kind: 'triangular', from: 0, mode: 2, to: 1 } }],
    design: { kind: 'lhs', size: 4 },
  },
  { design: { kind: 'sobol', size: 3 } },
  { design: { kind: 'morris', size: 3, levels: 3 } },
  { design: { kind: 'saltelli', size: 4 }, replicates: 2, commonRandomNumbers: false },
  { design: { kind: 'points' } },
  { design: { kind: 'points', points: [[1, 2]] } },
  { design: { kind: 'points', file: 'nowhere.csv' } },
  { design: { kind: 'other' } },
  { measure: { end: ['securty'] } },
  { measure: { end: ['security', 'security'] } },
  { measure: { end: ['fact:nothing', 'trust:a:b', 'end:x', 'mystery:1'] } },
  { measure: { windows: [{ name: 'w', of: 'nothing', from: 3, to: 2, take: 'median' }] } },
  { measure: { windows: [{ name: 'w', of: 'nothing', from: 3, to: 2, take: 'mean' }] } },
  { measure: { every: { ticks: 0, names: [] } } },
  { measure: { every: { ticks: 1, names: ['x'] } } },
  { measure: { analyses: ['x'] } },
  { stop: 'security >' },
  { stop: 'x > 1' },
  { limits: { seconds: 0 } },
  { runsPerShard: 1.5 },
  { replicates: 1_000_000, runsPerShard: 1_000_000, measure: { every: { ticks: 1, names: ['security', 'cohesion'] } } },
  { replicates: 1_000_000, vary: [{ path: 'parameters.p', from: 0, to: 1, steps: 1_000 }] },
  { interventions: [{ name: 'a', list: [{ kind: 'cancel', tick: 0, what: 'shock', id: 'none' }] }] },
  { interventions: [{ name: 'a', list: [{ kind: 'set', tick: 999, path: 'parameters.p', value: 1 }] }] },
];

describe('the faults of a plan', () => {
  beforeEach(() => speak('es'));
  afterEach(() => speak('en'));

  it.each(WRONG)('are told in Spanish: %j', async (draft) => {
    const spec = { format: 'foedus-sweep/1', scenario: world(), ...draft };
    const found = await sweepQuestions().outline({ spec });
    const sentences = 'faults' in found ? found.faults.map(({ message }) => message) : [];
    expect(sentences).not.toEqual([]);
    expect(sentences.filter((sentence) => !engineSentence(sentence).isTranslated)).toEqual([]);
    expect(
      sentences.map(inSpanish).filter((sentence) => ENGLISH.test(sentence.replace(/"[^"]*"|^[\w.[\]]+: /g, ''))),
    ).toEqual([]);
  });

  it.each([
    'a,b\n1\n',
    'a;b\n1;2\n',
    '',
    'a,b\n',
    'a,a\n1,2\n',
    'a,c\n1,2\n',
    'b\n1\n',
    'a,b\n1,\n',
    'a,b\n1,1e999\n',
    'a,b\n1,[x]\n',
    `a,b\n1,${'x'.repeat(300)}\n`,
    'a,b\n1,2\n1,2\n1,2\n1,2\n1,2\n',
  ])('in a CSV too: %j', (text) => {
    let sentence = '';
    try {
      readPoints(text, ['a', 'b'], 2);
    } catch (error) {
      sentence = (error as Error).message;
    }
    expect(sentence).not.toBe('');
    expect(engineSentence(sentence)).toMatchObject({ isTranslated: true });
    expect(inSpanish(sentence)).not.toMatch(/expected|line \d|there (is|are)/);
  });
});

/** Where a plan is refused. */
const FILES = [
  'sim/experiment/sweep/check-design.ts',
  'sim/experiment/sweep/expressions.ts',
  'sim/experiment/sweep/make-plan.ts',
  'sim/experiment/sweep/measures.ts',
  'sim/experiment/sweep/shard-size.ts',
  'sim/experiment/designs/morris.ts',
  'sim/experiment/designs/saltelli.ts',
  'sim/experiment/designs/sobol-sequence.ts',
  'sim/experiment/tick-reporters.ts',
  'sim/experiment/reporters.ts',
  'sim/exact/formula.ts',
  'formats/sweep/points-csv.ts',
  'formats/sweep/text-table.ts',
  'formats/sweep/whole-spec.ts',
];

/** The sentences that stand in a file, filled with something: texts of more than one word in calls that refuse. */
function sentencesIn(file: string): string[] {
  const code = readFileSync(fileURLToPath(new URL(`../../../${file}`, import.meta.url)), 'utf8');
  const found: string[] = [];
  const fill = ({ head, templateSpans }: ts.TemplateExpression): string =>
    head.text +
    templateSpans
      .map(({ expression, literal }) => (/^(hint|suggestion)\(/.test(expression.getText()) ? '' : '"x"') + literal.text)
      .join('');
  const gather = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node)) found.push(fill(node));
    else ts.forEachChild(node, gather);
  };
  const visit = (node: ts.Node): void => {
    const isRefusal =
      ((ts.isCallExpression(node) || ts.isNewExpression(node)) &&
        /^(report|refuse|Error)$/.test(node.expression.getText())) ||
      (ts.isVariableDeclaration(node) && /Fault$/.test(node.name.getText())) ||
      (ts.isFunctionDeclaration(node) && /Fault$/.test(node.name?.text ?? ''));
    if (isRefusal) gather(node);
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
  return found.map((text) => text.replace(/^reporters: /, '')).filter((text) => /[a-z]{2,} [a-z]/.test(text));
}

/** An extension is the command's: the page makes none. */
const OF_EXTENSIONS = /plan to extend/;

describe('what a plan may be refused with', () => {
  beforeEach(() => speak('es'));
  afterEach(() => speak('en'));

  it.each(FILES)('has a form in Spanish: %s', (file) => {
    const sentences = sentencesIn(file).filter((text) => !OF_EXTENSIONS.test(text));
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter((sentence) => !engineSentence(sentence).isTranslated)).toEqual([]);
  });
});
