import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeLink } from '../../formats/link/link.ts';
import { pack, unpack } from '../../formats/link/pack.ts';
import { scenarios } from '../../scenarios/index.ts';
import { powers } from '../sim/powers.ts';
import { commandIn } from './command.ts';

const { folder, foedus, file } = commandIn('link');

const said = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await foedus('run', ...args);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.trimEnd();
};
const json = async (...args: string[]) => JSON.parse(await said(...args, '--json'));

const nato = ['nato', '--seed', 'é 7', '--set', 'actors.USA.valuation=0.2', '--ticks', '40'];

describe('foedus run --link', () => {
  it('makes a link that runs to the same digest, as a hash and as a whole address', async () => {
    const placed = file('placed.json', [{ kind: 'set', tick: 9, path: 'actors.USA.autonomy', value: 0.9 }]);
    const asked = [...nato, '--with', placed];
    const [link, run] = await Promise.all([said(...asked, '--link'), json(...asked)]);
    expect(link).toMatch(/^#~1\.[\w-]+$/);
    expect(await json(link)).toEqual(run);
    expect(await json(`https://example.org/foedus/${link}&t=30`)).toEqual(run);
    expect(await said(link, '--link')).toBe(link);
  });

  it('carries a scenario of one’s own whole', async () => {
    const own = file('own.json', powers(5, 30));
    const link = await said(own, '--link');
    expect(await json(link)).toEqual(await json(own));
  });

  it('is a start for other runs: what is asked beside it takes the place of what it says', async () => {
    const link = await said(...nato, '--link');
    expect(await json(link, '--seed', '3')).toEqual(await json(...nato, '--seed', '3'));
    expect(await json(link, '--ticks', '12')).toEqual(await json(...nato, '--ticks', '12'));
    expect(await json(link, '--set', 'actors.USA.valuation=0.3')).toMatchObject({ ticks: 40, seed: 'é 7' });
    expect(await json(link, '--set', 'time.ticks=20')).toMatchObject({ ticks: 20 });
  });

  it('also leaves a run file, which verify finds identical', async () => {
    const link = await said(...nato, '--link', '--out', 'run.json');
    expect(link).toMatch(/^#~1\./);
    expect(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')).ticks).toBe(40);
    expect(await foedus('verify', 'run.json')).toMatchObject({ code: 0, out: 'identical\n' });
  });

  it('is not needed for a plain run: the page’s address is enough', async () => {
    expect(await json('http://127.0.0.1:8080/#s=nato&seed=%C3%A9+7&t=3')).toEqual(await json('nato', '--seed', 'é 7'));
    file('secret.json', {});
    expect((await foedus('run', '#s=secret.json')).err).toBe(
      'foedus: there is no scenario "secret.json" in "foedus list"\n',
    );
  });

  it('gives one answer: the link or the object', async () => {
    expect(await foedus('run', 'nato', '--link', '--json')).toMatchObject({ code: 2, out: '' });
  });
});

describe('a link that another program touched', () => {
  it.each([
    ['a full stop', 'http://127.0.0.1:5447/#s=nato&seed=7.', '7'],
    ['brackets', '<http://127.0.0.1:5447/#s=nato&seed=7>', '7'],
    ['a tracking query', '#s=nato&seed=7?utm_source=mail', '7'],
    ['a text fragment', '#s=nato&seed=7:~:text=NATO', '7'],
    ['&amp;', '#s=nato&amp;seed=7', '7'],
    ['every separator encoded', 'http%3A%2F%2F127.0.0.1%3A5447%2F%23s%3Dnato%26seed%3D7%252E%26t%3D3', '7.'],
    ['nothing', '#s=nato&seed=7%2E', '7.'],
    ['nothing, and no plain letters', '#s=nato&seed=%F0%9F%A4%9D', '🤝'],
    ['nothing, and a space before it', '#s=nato&seed=%207&t=3', ' 7'],
  ])('by %s is the run that was sent', async (_, link, seed) => {
    expect(await json(link, '--ticks', '9')).toEqual(await json('nato', '--seed', seed, '--ticks', '9'));
  });

  it('as a packed one is the run that was sent', async () => {
    const link = await said('nato', '--seed', '7.', '--ticks', '9', '--link');
    const run = await json('nato', '--seed', '7.', '--ticks', '9');
    for (const touched of [
      `${link}.`,
      `<${link}&amp;t=3>`,
      link.replace('#~', '%23%7E'),
      `${link.slice(0, 40)}\r\n> ${link.slice(40)}`,
      `${link}?utm_source=mail`,
    ])
      expect(await json(touched), touched).toEqual(run);
  });

  it.each([
    ['#s=nato&seed=7&seed=8', 'it says "seed" twice'],
    ['#s=nato&sead=7', 'it has a part "sead" that links do not have'],
    ['#s=nato&seed=7 and so on', 'other text follows its seed: "and so on"'],
    ['#seed=7', 'it names no scenario'],
    ['http://127.0.0.1:5447/', 'it names no run'],
  ])('beyond repair is refused in a sentence: %s', async (link, sentence) => {
    const { code, out, err } = await foedus('run', link, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`foedus: This link cannot be opened: ${sentence}`);
    expect(err.trimEnd()).not.toContain('\n');
  });
});

describe('a link to a run that went another way', () => {
  it('is run, and says from where on it differs', async () => {
    const link = await said(...nato, '--link');
    const letter = unpack(link.slice(4)) as { marks: string };
    const marks = `${letter.marks.slice(0, 8)}${letter.marks.slice(8).replace(/./g, 'A')}`;
    const other = `#~1.${pack({ ...letter, marks, engine: 'foedus/0.0.1' })}`;
    const { code, out, err } = await foedus('run', other, '--json');
    expect({ code, digest: JSON.parse(out).digest }).toEqual({ code: 0, digest: (await json(link)).digest });
    expect(err).toMatch(
      /^foedus: the run differs from its sender’s at tick 19: the link was made by "foedus\/0\.0\.1", this is foedus\/[\d.]+\n$/,
    );
    expect((await foedus('run', other, '--json', '--seed', '2')).err).toBe('');
  });
});

describe('a link that cannot be run', () => {
  const letter = (more: object) =>
    `#~1.${pack({ base: 'nato', hash: '', seed: '1', ticks: 9, engine: '', marks: '', ...more })}`;
  const digests = new Uint32Array(18);
  const forged = (interventions: unknown[]) =>
    writeLink({ scenario: scenarios.nato, seed: '1', interventions, digests }, scenarios);

  it.each<[string, string, RegExp]>([
    ['another version', '#~9.abc', /^foedus: This link is of version 9, which only a newer Foedus can open\.\n$/],
    ['cut off', '#~1.FU1NC4IwGP4v79ls', /^foedus: This link cannot be opened: it is damaged/],
    ['no scenario', letter({ base: 'atlantis' }), /there is no scenario "atlantis" here\.\n$/],
    ['no actors', letter({ changes: [[['actors'], []]] }), /^foedus: the link: actors: /],
    [
      'copies of many actors',
      letter({
        base: undefined,
        scenario: { ...powers(1, 3), parameters: {}, actors: Array(2_000).fill({ copies: 2_000, id: 'a' }) },
      }),
      /^foedus: the link: actors: they stand for 4000000 actors, more than 2000\n$/,
    ],
    [
      'shocks on every pair, again and again',
      letter({
        base: undefined,
        scenario: {
          ...powers(1, 3),
          parameters: {},
          actors: [{ id: 'a', name: 'A', resources: { army: 1 }, copies: 2_000 }],
        },
        interventions: Array.from({ length: 280 }, (_, k) => ({
          kind: 'shock',
          tick: 0,
          shock: {
            id: `s${k}`,
            name: 's',
            family: 'threat',
            changes: [{ target: { among: 'all' }, field: 'hostility', operation: 'add', amount: 1e-6, duration: 1e6 }],
          },
        })),
      }),
      /^foedus: the link: they change 1120000000 numbers of the state, more than 5000000\n$/,
    ],
    ['too many copies', letter({ changes: [[['actors', 'USA', 'copies'], 1e6]] }), /^foedus: the link: actors\[\d+\]/],
    ['an intervention out of place', forged([{ kind: 'set', tick: 99, path: 'x', value: 1 }]), /^foedus: the link: /],
    ['a seed of two lines', letter({ seed: 'a\nb' }), /^foedus: the link: expected a text of 1 to 200/],
  ])('is answered in one sentence, with nothing on standard output: %s', async (_, link, sentence) => {
    const { code, out, err } = await foedus('run', link, '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
    expect(err.trimEnd()).not.toContain('\n');
  });
});
