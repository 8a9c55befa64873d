import { z } from 'zod';
import type { Reason } from '../../event.ts';
import { mechanism, type Turn } from '../../mechanism.ts';
import { shuffle } from '../../random.ts';
import type { World } from '../../world.ts';
import { explain } from './appraise.ts';
import { apply, giveNotice, propose } from './entry.ts';
import { draft } from './forms.ts';
import { foundingWorth, mutualTrust } from './founding.ts';
import { obey } from './obey.ts';
import { type Choice, type Move, noMove, weighMoves } from './weigh.ts';
import { Weights } from './weights.ts';

const params = z.strictObject({
  weights: Weights.prefault({}),
  deliberation: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .meta({ description: 'chance a year that an actor under full threat reconsiders its alignments' }),
  calm: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .meta({ description: 'share of that chance left to an actor that feels no threat' }),
  attention: z
    .int()
    .min(1)
    .max(64)
    .default(8)
    .meta({ description: 'moves weighed at a time: leaving what one is in, then the most salient entries' }),
  interest: z.number().min(-4).max(4).default(0.5).meta({
    description: 'affinity + trust − ill will (+ ½ for a shared foe) from which another is thought of as a partner',
  }),
  alarm: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .meta({ description: 'danger from which a foe is thought of for a truce' }),
  initiative: z
    .number()
    .min(0)
    .max(10)
    .default(0.3)
    .meta({ description: 'score that a move must bring before anyone stirs' }),
  word: z.number().min(0).max(10).default(0.8).meta({ description: 'cost of leaving: formality × loyalty' }),
  noise: z
    .number()
    .min(0)
    .max(5)
    .default(0.15)
    .meta({ description: 'standard deviation of what moves a choice besides the terms' }),
});
export type MoveParams = z.infer<typeof params>;

/** Written over by every deliberation, so that none of them allocates; weighMoves reads nothing it has not written. */
const CHOICE: Choice = { best: noMove(), second: noMove(), weighed: 0 };

/**
 * Founding, accession and exit. In random order each actor that reconsiders weighs its most salient moves by the terms of
 * `appraise` and makes the best that is worth stirring for; partners and members have their say.
 */
export const moves = mechanism({
  name: 'moves',
  phase: 'realign',
  cites: ['Snyder 1984', 'Morrow 1991', 'Walt 1987', 'Axelrod & Bennett 1993', 'McFadden 1974'],
  params,
  step(world, turn) {
    obey(world, turn);
    const random = turn.random();
    const chance = turn.model.perTick(turn.params.deliberation);
    const { threat } = world.columns;
    const awake: number[] = [];
    for (let i = 0; i < world.shape.actors; i++)
      if (random.uniform() < chance * (turn.params.calm + (1 - turn.params.calm) * threat[i]!)) awake.push(i);
    if (awake.length === 0) return;
    shuffle(awake, random);
    for (const i of awake) {
      weighMoves(world, turn, i, CHOICE);
      if (CHOICE.best.score >= turn.params.initiative) make(world, turn, i, CHOICE);
    }
  },
});

/** Makes the best move; a proposal that the other will not have is dropped before anyone hears of it. */
function make(world: World, turn: Turn<MoveParams>, i: number, choice: Choice): void {
  const { kind, alliance, partner, form, score } = choice.best;
  if (kind === 'leave') {
    giveNotice(world, turn, alliance!, i, false, reasonFor(turn, choice));
    return;
  }
  if (kind === 'join') {
    apply(world, turn, alliance!, i, reasonFor(turn, choice));
    return;
  }
  const theirs = foundingWorth(world, turn, partner, i, mutualTrust(world, i, partner), form!, turn.scratch.otherDesk);
  if (score + theirs <= 0) return;
  propose(world, turn, i, partner, form!.noun, draft(form!, world, i, partner), { ours: score, theirs }, () =>
    reasonFor(turn, choice),
  );
}

function reasonFor(turn: Turn<MoveParams>, { best, second }: Choice): Reason {
  const { initiative } = turn.params;
  const runnerUp =
    second.score > initiative
      ? { choice: label(turn, second), score: second.score }
      : { choice: 'wait', score: initiative };
  return { ...explain(best.terms), runnerUp };
}

const label = ({ names }: Turn<MoveParams>, { kind, alliance, form, partner }: Move): string =>
  alliance ? `${kind} ${alliance.id}` : `found ${form!.noun} with ${names[partner]}`;
