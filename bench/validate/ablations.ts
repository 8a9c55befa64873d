import { MEASURES } from '../../sim/measures/index.ts';
import { PHASE_CATALOGUES } from '../../sim/mechanisms/index.ts';
import { RUN_MEASURES } from '../../sim/results/summary.ts';
import { PHASES, Scenario, type ScenarioDraft } from '../../sim/schema/scenario.ts';
import { CLAUSES } from './clauses.ts';
import { type Batch, batchOf, type Results } from './experiment.ts';
import { type Estimate, paired } from './statistics.ts';
import { WORLDS } from './worlds.ts';

export interface Ablation {
  kind: 'clause' | 'bias' | 'culture' | 'shocks' | 'mechanism';
  what: string;
  world: string;
  /** The measures that it changes most, the largest change first; empty where all changes may be due to chance. */
  moves: (Estimate & { what: string })[];
}

interface Variant extends Pick<Ablation, 'kind' | 'what'> {
  change(world: ScenarioDraft): ScenarioDraft;
}

/** Figures by which a run is judged. */
const FIGURES = [
  ...MEASURES.map(({ name }) => `mean:${name}`),
  ...RUN_MEASURES.filter(({ name }) => name !== 'medianReached').map(({ name }) => `run:${name}`),
  ...[
    'refused',
    'notice',
    'sanctioned',
    'dispute-opened',
    'dispute-settled',
    'renegotiated',
    'renewed',
    'reneged',
    'merged',
  ].map((kind) => `count:${kind}`),
  'deadlocks',
  'misperceived',
  'resentment',
];
const called = (figure: string): string => figure.split(':').at(-1)!;

const clauses: Variant[] = CLAUSES.flatMap(({ clause, values }) =>
  values.map((value) => ({
    kind: 'clause' as const,
    what: `${clause}: ${Array.isArray(value) ? value.join(' + ') || 'none' : value}`,
    change: (world: ScenarioDraft) => ({
      ...world,
      treaties: world.treaties?.map((treaty) =>
        clause === 'exclusive' && value && isEntangled(world, treaty)
          ? treaty
          : { ...fitted(treaty, clause, value), [clause]: value },
      ),
    }),
  })),
);

type TreatyDraft = NonNullable<ScenarioDraft['treaties']>[number];
/** Whether members of a treaty are in another of its purpose, so that it cannot be exclusive. */
const isEntangled = ({ treaties = [] }: ScenarioDraft, { id, purpose = 'defensive', members }: TreatyDraft): boolean =>
  treaties.some(
    (other) =>
      other.id !== id &&
      (other.purpose ?? 'defensive') === purpose &&
      other.members.some((who) => members.includes(who)),
  );

/** Adds what a clause needs to have an effect: a leader for a hub, the aggregator for an exponent. */
function fitted(treaty: TreatyDraft, clause: string, value: unknown): TreatyDraft {
  if (value === 'hub') return { ...treaty, leader: treaty.leader ?? treaty.members[0] };
  return clause === 'substitution' ? { ...treaty, aggregator: 'ces' } : treaty;
}

/**
 * Scope: the obligations apply against the first outside threat alone, or, without one, against the last actor outside the treaty.
 */
const scope: Variant = {
  kind: 'clause',
  what: 'against: one foe',
  change: (world) => ({
    ...world,
    treaties: world.treaties?.map((treaty) => ({
      ...treaty,
      against: [
        world.threats?.[0]?.id ??
          world.actors
            .map(({ id }) => id)
            .filter((id) => !treaty.members.includes(id))
            .at(-1)!,
      ],
    })),
  }),
};
const otherLeader: Variant = {
  kind: 'clause',
  what: 'leader: the last member',
  change: (world) => ({
    ...world,
    treaties: world.treaties?.map((treaty) => ({ ...treaty, leader: treaty.members.at(-1)! })),
  }),
};

const ofActors = (kind: 'bias' | 'culture', part: 'biases' | 'culture', name: string, value: number): Variant => ({
  kind,
  what: `${name}: ${value}`,
  change: (world) => ({
    ...world,
    actors: world.actors.map((actor) => ({ ...actor, [part]: { ...actor[part], [name]: value } })),
  }),
});

const biases = ['overconfidence', 'confirmation', 'sunkCost'].map((name) => ofActors('bias', 'biases', name, 1));
const cultures = ['powerDistance', 'individualism', 'uncertaintyAvoidance', 'context', 'timeOrientation'].flatMap(
  (name) => [0, 1].map((value) => ofActors('culture', 'culture', name, value)),
);

const shocks = (world: ScenarioDraft): Variant[] =>
  [...new Set(world.shocks?.map(({ family }) => family))].map((family) => ({
    kind: 'shocks' as const,
    what: `without ${family}`,
    change: (given) => ({ ...given, shocks: given.shocks?.filter((shock) => shock.family !== family) }),
  }));

// All but the mechanism that applies interventions: there are none here.
const mechanisms: Variant[] = PHASES.filter((phase) => phase !== 'measure').flatMap((phase) =>
  PHASE_CATALOGUES[phase].standard
    .filter(({ name }) => name !== 'interventions')
    .map(({ name }) => ({
      kind: 'mechanism' as const,
      what: `without \`${name}\``,
      change: (world: ScenarioDraft) => ({
        ...world,
        mechanisms: {
          ...world.mechanisms,
          [phase]: (world.mechanisms?.[phase] ?? PHASE_CATALOGUES[phase].standard)
            .filter((rule) => rule.name !== name)
            .map((rule) => ({
              name: rule.name,
            })),
        },
      }),
    })),
);

/** A clause value that a world has already, or has by default, changes nothing and is left out. */
const differs = (world: ScenarioDraft, { change }: Variant): boolean =>
  JSON.stringify(Scenario.parse(change(world))) !== JSON.stringify(Scenario.parse(world));

/** Every removal and reversal, in every world that has what is removed. */
export function ablations(seeds: number): Batch<Ablation[]> {
  const parts = Object.entries(WORLDS).map(([name, world]) => {
    const variants = [...clauses, scope, otherLeader, ...biases, ...cultures, ...shocks(world), ...mechanisms].filter(
      (v) => differs(world, v),
    );
    const conditions = [
      { name: 'as it is', scenario: world },
      ...variants.map((variant) => ({ name: variant.what, scenario: variant.change(world) })),
    ];
    return { name, variants, batch: batchOf(conditions, seeds, FIGURES) };
  });
  return {
    jobs: parts.flatMap(({ batch }) => batch.jobs),
    read(answers) {
      let at = 0;
      return parts.flatMap(({ name, variants, batch }) => {
        const results = batch.read(answers.slice(at, (at += batch.jobs.length)));
        return variants.map(({ kind, what }) => ({ kind, what, world: name, moves: movesOf(results, what) }));
      });
    },
  };
}

/**
 * The figures that a removal significantly changes (Bonferroni correction for their number), the largest change relative to its
 * noise first.
 */
function movesOf(results: Results, condition: string): Ablation['moves'] {
  const confidence = 1 - 0.05 / FIGURES.length;
  return FIGURES.map((name) => ({
    what: called(name),
    ...paired(results(condition, name), results('as it is', name), confidence),
  }))
    .filter(({ low, high, value }) => value !== 0 && (low > 0 || high < 0))
    .sort((a, b) => clarity(b) - clarity(a))
    .slice(0, 3);
}

/** Distance of a change from 0, in half-widths of its interval. */
const clarity = ({ value, low, high }: Estimate): number => (2 * Math.abs(value)) / (high - low);
