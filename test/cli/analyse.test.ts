import { readFileSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { command, commandIn } from './command.ts';

const { at, spawned, foedus, file, json } = commandIn('analyse');

const sweep = (part: object): object => ({ format: 'foedus-sweep/1', scenario: 'classics/public-good', ...part });
const INPUTS = ['parameters.a', 'parameters.b', 'parameters.periods'];
const vary = INPUTS.map((path) => ({ path, distribution: { kind: 'uniform', from: -Math.PI, to: Math.PI } }));

/** A table of the Ishigami function (a = 7, b = .1) at the points that the command writes for a design. */
async function ishigamiTable(spec: string, named: string): Promise<string> {
  expect(await foedus('sweep', spec, '--dry-run', '--points', `${named}.points.csv`)).toMatchObject({ code: 0 });
  const [heads = '', ...points] = readFileSync(at(`${named}.points.csv`), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
  const places = INPUTS.map((path) => heads.split(',').indexOf(path));
  const outputs = points.map((line) => {
    const [x = 0, y = 0, z = 0] = places.map((place) => Number(line.split(',')[place]));
    return Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);
  });
  return file(`${named}.csv`, `y\n${outputs.join('\n')}\n`);
}

describe('foedus analyse --spec --table', () => {
  it('has the Sobol’ indices of outputs that another program made', async () => {
    const spec = file('saltelli.json', sweep({ vary, design: { kind: 'saltelli', size: 2 ** 12 } }));
    const found = await json('analyse', '--spec', spec, '--table', await ishigamiTable(spec, 'saltelli'));
    expect(found).toMatchObject({ runs: 6 * 2 ** 12, replicates: { enough: true, needed: 1 } });
    expect(found.points).toHaveLength(6 * 2 ** 12);
    const { y } = found.sobol;
    // VALIDATION V10.
    const wanted: [string, number, number][] = [
      [INPUTS[0]!, 0.313905, 0.557589],
      [INPUTS[1]!, 0.442411, 0.442411],
      [INPUTS[2]!, 0, 0.243684],
      ['luck', 0, 0],
    ];
    expect(Object.keys(y)).toEqual(wanted.map(([name]) => name));
    for (const [name, s1, st] of wanted) {
      expect(Math.abs(y[name].s1 - s1), name).toBeLessThan(0.02);
      expect(Math.abs(y[name].st - st), name).toBeLessThan(0.02);
      expect(y[name].s1Low).toBeLessThanOrEqual(y[name].s1);
      expect(y[name].stHigh).toBeGreaterThanOrEqual(y[name].st);
    }
  });

  it('has the elementary effects of outputs that another program made', async () => {
    const spec = file('morris.json', sweep({ vary, design: { kind: 'morris', size: 1_000 } }));
    const { morris } = await json('analyse', '--spec', spec, '--table', await ishigamiTable(spec, 'morris'));
    [7.704054, 7.875, 6.248796].forEach((muStar, k) => {
      expect(Math.abs(morris.y[INPUTS[k]!].muStar / muStar - 1)).toBeLessThan(0.03);
    });
  });

  it('takes each column for a metric, but settings and the numbers of runs', async () => {
    const spec = file('small.json', sweep({ vary: [{ path: 'parameters.a', values: [0.1, 0.2] }], replicates: 2 }));
    const table = file('small.csv', 'run,parameters.a,one,two\n0,.1,1,5\n1,.2,2,\n2,.1,3,7\n3,.2,4,8\n');
    const { points } = await json('analyse', '--spec', spec, '--table', table);
    expect(points[1]).toMatchObject({ point: 1, values: { 'parameters.a': 0.2 }, n: 2 });
    expect(points[1].metrics).toMatchObject({ one: { mean: 3 }, two: { mean: 8, n: 1, low: null } });
  });

  it.each([
    ['y\n1\n2\n', 'expected 4 rows, one for each run of refused.json in their order, got 2'],
    ['y\n1\n2\n3\n4\n5\n', 'expected 4 rows, one for each run of refused.json in their order, got 5'],
    ['run,y\n0,1\n2,2\n1,3\n3,4\n', 'row 2, column run: expected 1, since rows are in the order of the runs'],
    ['parameters.a\n1\n2\n3\n4\n', 'expected a column of outputs, got settings alone'],
    ['y\n1\nmany\n3\n4\n', 'line 3, column y: expected a finite number, got "many"'],
  ])('refuses %j', async (text, sentence) => {
    const spec = file('refused.json', sweep({ vary: [{ path: 'parameters.a', values: [0.1, 0.2] }], replicates: 2 }));
    const table = file('refused.csv', text);
    expect(await foedus('analyse', '--spec', spec, '--table', table, '--json')).toEqual({
      code: 2,
      out: '',
      err: `foedus: refused.csv: ${sentence}\n`,
    });
  });
});

describe('foedus analyse --out', () => {
  const spec = (vary: object[], more: object = {}): string =>
    file('report.json', sweep({ vary, replicates: 2, ...more }));
  const a = { path: 'parameters.a', values: [0.1, 0.2] };
  const b = { path: 'parameters.b', values: [0, 0.1] };
  async function report(outputs: string): Promise<string> {
    const ended = await foedus(
      'analyse',
      '--spec',
      'report.json',
      '--table',
      file('report.csv', outputs),
      '--out',
      'r.html',
    );
    expect(ended).toEqual({ code: 0, out: '', err: '' });
    return readFileSync(at('r.html'), 'utf8');
  }

  it('is one page without a script, in which a name is no markup', async () => {
    spec([a]);
    const html = await report('<img src=x onerror=alert(1)>\n1\n2\n3\n4\n');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<img|<script|https?:|src="/);
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'/);
    expect(html.match(/class="band"/g)).toHaveLength(1);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has a map over two values, and bars or a plane of what matters', async () => {
    spec([a, b]);
    expect((await report('y\n1\n2\n3\n4\n1\n2\n3\n4\n')).match(/class="cell"/g)).toHaveLength(4);
    spec([vary[0]!], { replicates: 1, design: { kind: 'saltelli', size: 2 } });
    expect((await report('y\n1\n2\n3\n4\n1\n2\n3\n5\n')).match(/class="total"/g)).toHaveLength(2);
    spec([vary[0]!], { replicates: 1, design: { kind: 'morris', size: 2 } });
    expect(await report('y\n1\n2\n3\n4\n')).toContain('Elementary effects on y');
  });

  it('shows nothing of outputs that do not vary or are missing', async () => {
    spec([a], { replicates: 1 });
    expect(await report('y,z\n1,\n1,\n')).not.toMatch(/NaN|undefined|Infinity/);
    spec([vary[0]!], { replicates: 1, design: { kind: 'saltelli', size: 2 } });
    expect(await report(`y\n${'7\n'.repeat(8)}`)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('refuses another ending, and a place that is not there', async () => {
    spec([a], { replicates: 1 });
    const to = (out: string) =>
      foedus('analyse', '--spec', 'report.json', '--table', file('two.csv', 'y\n1\n2\n'), '--out', out);
    expect(await to('r.pdf')).toEqual({
      code: 2,
      out: '',
      err: 'foedus: --out: r.pdf has an unknown ending (known: .html)\n',
    });
    expect(await to('none/r.html')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^foedus: --out: none\/r\.html: /),
    });
  });
});

describe('foedus analyse DIR', () => {
  const spec = sweep({
    vary: [{ path: 'parameters.b', as: 'b', values: [0, 0.1] }],
    replicates: 3,
    measure: { end: ['exploitation', 'alliances'] },
    runsPerShard: 2,
  });

  it('has the means that the runs of the folder give', async () => {
    file('folder.json', spec);
    expect(await foedus('sweep', 'folder.json', '--out', 'folder')).toMatchObject({ code: 0 });
    const found = await json('analyse', 'folder');
    expect(found).toMatchObject({ runs: 6, replicates: { rule: expect.any(String) } });
    expect(Object.keys(found)).toEqual(['runs', 'points', 'luck', 'replicates']);
    expect(found.points.map(({ n, values }: { n: number; values: object }) => ({ n, values }))).toEqual([
      { n: 3, values: { b: 0 } },
      { n: 3, values: { b: 0.1 } },
    ]);
    await foedus('sweep', 'merge', 'folder', '--out', 'folder.csv');
    const [heads, ...rows] = readFileSync(at('folder.csv'), 'utf8').trimEnd().split('\r\n');
    const place = heads!.split(',').indexOf('exploitation');
    const ofFirst = rows.map((row) => row.split(',')).filter(([, point]) => point === '0');
    const mean = ofFirst.reduce((sum, cells) => sum + Number(cells[place]) / ofFirst.length, 0);
    expect(found.points[0].metrics.exploitation.mean).toBeCloseTo(mean, 12);
  });

  it('is a table for a reader', async () => {
    const { code, out } = await foedus('analyse', 'folder');
    expect(code).toBe(0);
    expect(out).toMatch(/^6 runs, 2 points\n/);
    expect(out).toMatch(/^point {2}b +n {2}exploitation +alliances\n/m);
    expect(out).toMatch(/^Replicates: /m);
  });

  it('tells a person at a terminal how far it is, and nobody else', async () => {
    const atTerminal = 'data:text/javascript,process.stderr.isTTY = true';
    const { code, out, err } = await spawned(['--import', atTerminal, command, 'analyse', 'folder', '--json']).ended;
    expect({ code, out }).toEqual({ code: 0, out: (await foedus('analyse', 'folder', '--json')).out });
    const lines = err.split('\r').map((line) => line.replace('\u001b[K', ''));
    expect(lines[1]).toMatch(/^2 of 6 runs read · [\d.]+ a second · \d+ s left$/);
    expect(lines.slice(-6)).toEqual([
      '',
      'luck: measure 1 of 2',
      'luck: measure 2 of 2',
      'replicates: measure 1 of 2',
      'replicates: measure 2 of 2',
      '',
    ]);
  });

  it('says how many runs are missing, and analyses the others', async () => {
    rmSync(at('folder/shards/shard-00001.parquet'));
    const { code, out, err } = await foedus('analyse', 'folder', '--json');
    expect({ code, err }).toEqual({ code: 0, err: 'foedus: folder: 2 of 6 runs are missing\n' });
    expect(JSON.parse(out)).toMatchObject({ runs: 4, points: [{ n: 2 }, { n: 2 }] });
  });

  it('refuses the plan of another engine, a damaged shard and a folder of anything else', async () => {
    expect((await foedus('analyse', '.')).err).toMatch(/^foedus: \.: no sweep is here/);
    const plan = readFileSync(at('folder/plan.json'), 'utf8');
    file('folder/shards/shard-00000.parquet', 'PAR1');
    expect(await foedus('analyse', 'folder', '--json')).toMatchObject({ code: 2, out: '' });
    file('folder/plan.json', plan.replace(/"engine": "[^"]*"/, '"engine": "foedus/0.0.1"'));
    expect((await foedus('analyse', 'folder')).err).toMatch(/plan\.json: the plan is of foedus\/0\.0\.1/);
  });

  it.each([
    [['analyse'], 'analyse: expected either the folder of a sweep, or --spec and --table'],
    [
      ['analyse', 'folder', '--spec', 'a', '--table', 'b'],
      'analyse: expected either the folder of a sweep, or --spec and --table',
    ],
    [['analyse', '--spec', 'a'], '--spec: expected --spec and --table, or neither'],
    [['analyse', '--table', 'a'], '--table: expected --spec and --table, or neither'],
  ])('refuses %j', async (args, sentence) => {
    expect(await foedus(...args)).toEqual({ code: 2, out: '', err: `foedus: ${sentence}\n` });
  });
});
