import fc from 'fast-check';
import { readLink, writeLink } from '../../formats/link/link.ts';
import { scenarios } from '../../scenarios/index.ts';
import { check, checkedSeed, checkPlaced } from '../../sim/check/check.ts';
import { load } from '../../sim/engine/load.ts';
import { type Stream, stream } from '../../sim/exact/random.ts';
import { play } from '../../sim/history/record.ts';
import type { Scenario } from '../../sim/schema/scenario.ts';
import { placed } from '../../test/sim/arbitrary/interventions.ts';
import { draft } from '../../test/sim/arbitrary/scenario.ts';
import { ids, type Shape } from '../../test/sim/arbitrary/values.ts';
import { anyFormula } from './formulas.ts';
import {
  type FuzzOutcome,
  judgeFaults,
  judgeInterventions,
  judgeRun,
  judgeRunFile,
  judgeScenario,
  runFileOf,
} from './judge.ts';
import { mutatedText, mutatedValue, pick } from './mutate.ts';

/** A class of inputs: makes the input of a number, always the same one, and says what comes of it. */
export interface FuzzClass {
  name: string;
  /** How many of them a test looks at. */
  count: number;
  make(random: Stream, k: number): string;
  judge(input: string): FuzzOutcome;
}

/** Small bundled scenarios and generated ones; so many suffice to have everything in them. */
const SMALL = Object.values(scenarios).filter((scenario) => JSON.stringify(scenario).length < 20_000);
const BASES = 60;

const shapeOf = (random: Stream): Shape => ({
  actors: ids('a', 2 + random.below(5)),
  resources: ids('r', 1 + random.below(2)),
  axes: ids('d', random.below(3)),
  threats: ids('k', random.below(2)),
  treaties: ids('p', random.below(3)),
  ticks: 1 + random.below(4),
  ticksPerYear: pick(random, [1, 4]),
});

interface Base {
  draft: unknown;
  scenario: Scenario;
  placed: unknown[];
}

function baseOf(k: number): Base {
  const random = stream('fuzz', 'base', k);
  const shape = shapeOf(random);
  const sample = { seed: k + 1, numRuns: 1 };
  const [made] = fc.sample(draft(shape, 2), sample);
  const [those] = fc.sample(placed(shape, 2), sample);
  const checked = check(made);
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
  return { draft: made, scenario: checked.value, placed: those! };
}

const made = new Map<number, Base>();

/** A generated scenario; each is made once. */
function baseNumbered(k: number): Base {
  const found = made.get(k) ?? baseOf(k);
  made.set(k, found);
  return found;
}

const base = (random: Stream): Base => baseNumbered(random.below(BASES));

const spoilt = (random: Stream, value: unknown): string =>
  mutatedText(random, JSON.stringify(mutatedValue(random, value), null, random.below(2)));

/** A scenario around one formula, twice: as an actor's contribution and as a shock's amount. */
const around = (source: string): unknown => ({
  format: 'foedus-scenario/1',
  id: 'around',
  title: 'Around a formula',
  kind: 'laboratory',
  summary: '',
  time: { start: 1900, ticks: 4, ticksPerYear: 1 },
  resources: [{ id: 'arms', name: 'Arms', unit: 'points' }],
  actors: ['a', 'b', 'c'].map((id, k) => ({
    id,
    name: id,
    resources: { arms: 10 ** k },
    ...(k === 0 ? { strategy: 'expression', contribution: source } : {}),
  })),
  treaties: [{ id: 'pact', name: 'Pact', members: ['a', 'b'] }],
  shocks: [
    {
      id: 'blow',
      name: 'Blow',
      family: 'power',
      at: 1901,
      changes: ['set', 'add', 'scale'].map((operation) => ({
        target: { actors: 'all' },
        field: 'resources.arms',
        operation,
        amount: source,
        duration: 1,
      })),
    },
  ],
  parameters: { drift: 0.5 },
});

function link(random: Stream): string {
  const { draft: own, scenario, placed: interventions } = base(random);
  const given = random.below(3) === 0 ? mutatedValue(random, pick(random, SMALL)) : mutatedValue(random, own);
  const those = mutatedValue(random, interventions);
  const { digests } = play(load(scenario), '1', [], { ticks: 2 });
  const seed = pick(random, ['1', '7.', '🤝', 'a b', 'x'.repeat(200)]);
  const sent = { scenario: given, seed, interventions: Array.isArray(those) ? those : [those], digests, tick: 1 };
  let whole = '#~1.';
  try {
    whole = writeLink(sent, scenarios);
  } catch {
    // It does not fit into a link.
  }
  return random.below(3) === 0 ? mutatedText(random, whole) : whole;
}

function judgeLink(text: string): FuzzOutcome {
  let received: ReturnType<typeof readLink>;
  try {
    received = readLink(text, scenarios);
  } catch (error) {
    return judgeFaults([{ path: 'link', message: (error as Error).message }]);
  }
  const checked = check(received.scenario);
  if ('faults' in checked) return judgeFaults(checked.faults);
  const seed = checkedSeed(received.seed);
  if ('faults' in seed) return judgeFaults(seed.faults);
  const those = checkPlaced(received.interventions, checked.value, received.ticks);
  if ('faults' in those) return judgeFaults(those.faults);
  return judgeRun(checked.value, seed.value, those.value, received.ticks);
}

/** Where interventions are placed: one of the generated scenarios, known by its number. */
const NUMBERED = /^(\d+)\n/;

export const FUZZ_CLASSES: readonly FuzzClass[] = [
  {
    name: 'scenarios',
    count: 2_000,
    make: (random) => spoilt(random, random.below(3) === 0 ? pick(random, SMALL) : base(random).draft),
    judge: judgeScenario,
  },
  {
    name: 'formulas',
    count: 2_000,
    make: anyFormula,
    judge: (source) => judgeScenario(JSON.stringify(around(source))),
  },
  { name: 'links', count: 2_000, make: link, judge: judgeLink },
  {
    name: 'run files',
    count: 500,
    make(random) {
      const { scenario, placed: those } = base(random);
      const checked = checkPlaced(those, scenario);
      const text = runFileOf(scenario, 'value' in checked ? checked.value : [], scenario.time.ticks);
      return spoilt(random, JSON.parse(text));
    },
    judge: judgeRunFile,
  },
  {
    name: 'interventions',
    count: 500,
    make(random) {
      const k = random.below(BASES);
      return `${k}\n${spoilt(random, baseNumbered(k).placed)}`;
    },
    judge(input) {
      const number = NUMBERED.exec(input)![1]!;
      return judgeInterventions(input.slice(number.length + 1), baseNumbered(Number(number)).scenario);
    },
  },
];
