import type { Choice, Intervention } from '../../sim/schema/intervention.ts';
import type { Shock } from '../../sim/schema/shock.ts';
import { t } from '../i18n/index.ts';
import type { RunView } from './run-view.ts';
import { nextCall, type WhatIfDraft } from './what-if.ts';
import { settingText } from './words.ts';

/** A what-if ready to be run: where the run is forked and what is placed there. */
export interface Plan {
  tick: number;
  interventions: readonly Intervention[];
  /** Places in the run's own interventions of those that are left out. */
  without?: readonly number[];
}
type Placed = { interventions: Intervention[] } | { fault: string };
export type PlanOutcome = { plan: Plan } | { fault: string };

const TRAITS = { loyalty: [0, 1], autonomy: [0, 1], valuation: [0.001, 1_000] } as const;

/** Reads drafts that were settled, one change each; the fault is one sentence about the first field that is wrong. */
export function planOf(run: RunView, tick: number, drafts: readonly WhatIfDraft[]): PlanOutcome {
  const interventions: Intervention[] = [];
  for (const draft of drafts) {
    const placed = read(run, tick, draft, interventions.length);
    if ('fault' in placed) return placed;
    interventions.push(...placed.interventions);
  }
  // The engine takes what happens in one tick in the order it is placed.
  interventions.sort((a, b) => a.tick - b.tick);
  return { plan: { tick: interventions[0]?.tick ?? tick, interventions } };
}

/** @param nth changes of the same branch that come before it. */
function read(run: RunView, tick: number, draft: WhatIfDraft, nth: number): Placed {
  const name = run.actorName(draft.actor);
  switch (draft.kind) {
    case 'leave':
    case 'stay':
    case 'join':
      return decided(draft, tick, { act: draft.kind, alliance: draft.alliance });
    case 'propose':
      return decided(draft, tick, { act: 'propose', to: draft.other });
    case 'contribute': {
      const share = numberIn(draft.share, 0, 100);
      if (share === undefined) return wrong(t('branch.what.share'), 0, 100);
      return decided(draft, tick, { act: 'contribute', rate: share / 100 });
    }
    case 'honour':
    case 'renege': {
      const call = nextCall(run, draft.actor, tick);
      if (call === undefined) return { fault: t('branch.noCall', { name }) };
      return decided(draft, call, { act: draft.kind });
    }
    case 'strength':
    case 'hostility':
      return struck(run, tick, draft, nth);
    case 'avert':
      return { interventions: [{ kind: 'cancel', tick, what: 'shock', id: draft.other }] };
    case 'cancel':
      return { interventions: [{ kind: 'cancel', tick, what: 'treaty', id: draft.alliance }] };
    case 'parameter': {
      const value = numberIn(draft.value, -1e9, 1e9);
      if (value === undefined) return wrong(t('branch.what.parameter'), -1e9, 1e9);
      return { interventions: [{ kind: 'set', tick, path: `parameters.${draft.other}`, value }] };
    }
    default: {
      const [low, high] = TRAITS[draft.kind];
      const value = numberIn(draft.value, low, high);
      if (value === undefined) return wrong(t(`branch.what.${draft.kind}`), low, high);
      return { interventions: [{ kind: 'set', tick, path: `actors.${draft.actor}.${draft.kind}`, value }] };
    }
  }
}

/** A number from `low` to `high`, however it is written; undefined for anything else. */
function numberIn(text: string, low: number, high: number): number | undefined {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && value >= low && value <= high ? value : undefined;
}

const wrong = (what: string, low: number, high: number): Placed => ({
  fault: t('branch.wrongNumber', { what, low: String(low), high: String(high) }),
});

const decided = ({ actor }: WhatIfDraft, tick: number, choice: Choice): Placed => ({
  interventions: [{ kind: 'decide', tick, actor, choice }],
});

const FACTORS = [0, 100] as const;

function struck(run: RunView, tick: number, draft: WhatIfDraft, nth: number): Placed {
  const { rounds, ticksPerYear } = run.clock;
  const forGood = draft.lasts.trim() === '';
  const lasts = forGood ? 0 : numberIn(draft.lasts, 0, 10_000);
  const unit = rounds ? 'rounds' : 'years';
  if (lasts === undefined) return { fault: t('branch.wrongTerm', { unit }) };
  const duration = forGood ? null : rounds ? lasts / ticksPerYear : lasts;
  const made = draft.kind === 'strength' ? strength(run, draft, duration) : illWill(run, draft, duration);
  if ('fault' in made) return made;
  const shock = {
    // Branches of branches are shocks of one run: each has an id of its own.
    id: `what-if-${run.replay.interventions.length + nth + 1}-${tick}`,
    name: `${made.says} ${forGood ? t('branch.forGood') : t('branch.forTerm', { lasts, unit })}`,
    family: made.family,
    expost: false,
    changes: made.changes,
  };
  return { interventions: [{ kind: 'shock', tick, shock }] };
}

type Stroke = Pick<Shock, 'family' | 'changes'> & { says: string };

function strength(run: RunView, draft: WhatIfDraft, duration: number | null): Stroke | { fault: string } {
  const factor = numberIn(draft.factor, ...FACTORS);
  if (factor === undefined) return wrong(t('branch.what.factor'), ...FACTORS) as { fault: string };
  return {
    family: 'power',
    says: t('branch.says.strength', { actor: run.actorName(draft.actor), factor: settingText(factor) }),
    changes: (run.scenario.resources ?? []).map(({ id }) => ({
      target: { actors: [draft.actor] },
      field: `resources.${id}`,
      operation: 'scale',
      amount: factor,
      duration,
      halfLife: 0,
    })),
  };
}

function illWill(
  run: RunView,
  { actor, other, level }: WhatIfDraft,
  duration: number | null,
): Stroke | { fault: string } {
  const amount = numberIn(level, 0, 1);
  if (amount === undefined) return wrong(t('branch.what.hostility'), 0, 1) as { fault: string };
  const dyads = [
    { from: actor, to: other },
    { from: other, to: actor },
  ];
  return {
    family: 'threat',
    says: t('branch.says.hostility', {
      actor: run.actorName(actor),
      other: run.actorName(other),
      level: String(amount),
    }),
    changes: [{ target: { dyads }, field: 'hostility', operation: 'set', amount, duration, halfLife: 0 }],
  };
}
