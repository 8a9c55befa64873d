import type { Choice, Intervention } from '../../sim/schema/intervention.ts';
import type { Shock } from '../../sim/schema/shock.ts';
import { sentence, textOf } from './sentences.ts';
import type { Story } from './story.ts';
import { type Draft, nextCall } from './whatif.ts';

/** A what-if ready to be run: where the run is forked, what is placed there, and the same in words. */
export interface Plan {
  tick: number;
  interventions: Intervention[];
  says: string;
}
type Outcome = { plan: Plan } | { fault: string };

const TRAITS = { loyalty: [0, 1], autonomy: [0, 1], valuation: [0.001, 1_000] } as const;

/** Reads a draft that was settled; the fault is one sentence about the field that is wrong. */
export function planOf(story: Story, tick: number, draft: Draft): Outcome {
  const name = story.actorName(draft.actor);
  switch (draft.kind) {
    case 'leave':
    case 'join': {
      const says = told(story, tick, draft.kind === 'leave' ? 'left' : 'joined', draft);
      return decided(draft, tick, { act: draft.kind, alliance: draft.alliance }, says);
    }
    case 'propose':
      return decided(
        draft,
        tick,
        { act: 'propose', to: draft.other },
        `${name} proposes an alliance to ${story.actorName(draft.other)}`,
      );
    case 'contribute': {
      const share = read(draft.share, 0, 100);
      if (share === undefined) return wrong('The share of the budget', 0, 100);
      return decided(
        draft,
        tick,
        { act: 'contribute', rate: share / 100 },
        `${name} contributes ${share} % of its budget from then on`,
      );
    }
    case 'honour':
    case 'renege': {
      const call = nextCall(story, draft.actor, tick);
      if (call === undefined) return { fault: `Nobody calls upon ${name} any more in this run.` };
      const says = draft.kind === 'honour' ? `${name} keeps its word` : `${name} leaves its ally alone`;
      return decided(draft, call, { act: draft.kind }, says);
    }
    case 'strength':
    case 'hostility':
      return struck(story, tick, draft);
    default: {
      const [low, high] = TRAITS[draft.kind];
      const value = read(draft.value, low, high);
      if (value === undefined) return wrong(`The ${draft.kind}`, low, high);
      const path = `actors.${draft.actor}.${draft.kind}`;
      const says = `the ${draft.kind} of ${name} is set to ${value}`;
      return { plan: { tick, interventions: [{ kind: 'set', tick, path, value }], says } };
    }
  }
}

/** A number from `low` to `high`, however it is written; undefined for anything else. */
function read(text: string, low: number, high: number): number | undefined {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && value >= low && value <= high ? value : undefined;
}

const wrong = (what: string, low: number, high: number): Outcome => ({
  fault: `${what} is a number from ${low} to ${high}.`,
});

function decided({ actor }: Draft, tick: number, choice: Choice, says: string): Outcome {
  return { plan: { tick, interventions: [{ kind: 'decide', tick, actor, choice }], says } };
}

const told = (story: Story, tick: number, kind: 'left' | 'joined', { actor, alliance }: Draft): string =>
  textOf(sentence({ tick, by: '', kind, alliance, who: [actor], because: [] }, story));

const FACTORS = [0, 100] as const;

function struck(story: Story, tick: number, draft: Draft): Outcome {
  const { rounds, ticksPerYear } = story.clock;
  const unit = rounds ? 'rounds' : 'years';
  const forGood = draft.lasts.trim() === '';
  const lasts = forGood ? 0 : read(draft.lasts, 0, 10_000);
  if (lasts === undefined)
    return { fault: `It lasts a number of ${unit} from 0 to 10000, or with nothing there for good.` };
  const duration = forGood ? null : rounds ? lasts / ticksPerYear : lasts;
  const term = forGood ? 'for good' : `for ${lasts} ${lasts === 1 ? unit.slice(0, -1) : unit}`;
  const made = draft.kind === 'strength' ? strength(story, draft, duration) : illWill(story, draft, duration);
  if ('fault' in made) return made;
  const says = `${made.says} ${term}`;
  const shock = {
    // Branches of branches are shocks of one run: each has an id of its own.
    id: `what-if-${story.replay.interventions.length + 1}-${tick}`,
    name: says,
    family: made.family,
    expost: false,
    changes: made.changes,
  };
  return { plan: { tick, interventions: [{ kind: 'shock', tick, shock }], says } };
}

type Stroke = Pick<Shock, 'family' | 'changes'> & { says: string };

function strength(story: Story, draft: Draft, duration: number | null): Stroke | { fault: string } {
  const factor = read(draft.factor, ...FACTORS);
  if (factor === undefined) return { fault: `The factor is a number from ${FACTORS.join(' to ')}.` };
  return {
    family: 'power',
    says: `the strength of ${story.actorName(draft.actor)} is multiplied by ${factor}`,
    changes: (story.setting.resources ?? []).map(({ id }) => ({
      target: { actors: [draft.actor] },
      field: `resources.${id}`,
      operation: 'scale',
      amount: factor,
      duration,
      halfLife: 0,
    })),
  };
}

function illWill(story: Story, { actor, other, level }: Draft, duration: number | null): Stroke | { fault: string } {
  const amount = read(level, 0, 1);
  if (amount === undefined) return { fault: 'Ill will is a number from 0 to 1.' };
  const dyads = [
    { from: actor, to: other },
    { from: other, to: actor },
  ];
  return {
    family: 'threat',
    says: `ill will between ${story.actorName(actor)} and ${story.actorName(other)} is ${amount}`,
    changes: [{ target: { dyads }, field: 'hostility', operation: 'set', amount, duration, halfLife: 0 }],
  };
}
