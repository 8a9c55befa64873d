import type { Term } from '../world/event.ts';
import type { PreviewChoice } from './choice.ts';

/** A figure as it is, and as it would be. */
export interface FigureChange {
  before: number;
  after: number;
}

/** What a part of a figure is. A page says it in its own words. */
export type PartTerm =
  | 'common effort'
  | 'pool effort'
  | 'common quota'
  | 'pool quota'
  | 'spill-in'
  | 'own return'
  | 'pool benefit'
  | 'attack'
  | 'trust'
  | 'ill will';

/** A named part. `alliance` and `who` are ids: of the treaty that it belongs to, of the actor or threat that it comes from. */
export interface Part extends FigureChange {
  term: PartTerm;
  alliance?: string;
  who?: string;
}

/** A figure whose parts add up to it. */
export interface Sum extends FigureChange {
  parts: Part[];
}

/**
 * Why a decision cannot be made. no-alliance: no such treaty is in force. member: it is in it already. no-member: it is not in it.
 * exclusive: a treaty bars it. no-party: it is not among those who would sign. no-promise: no treaty would call it.
 */
export type Barrier = 'no-alliance' | 'member' | 'no-member' | 'exclusive' | 'no-party' | 'no-promise';

/** A fight to which an ally is called, as it expects it before any draw. */
export interface CallPreview {
  caller: string;
  foe: string;
  alliance: string;
  /** How likely the caller is to call for this in a year; 0 where it attacks by itself. */
  yearly: number;
  /** The chance that the caller's side wins: without the actor, and as it decides. */
  odds: FigureChange;
  /** Expected share of its stocks that the actor loses, and its expected part of the spoils in the unit of strength. */
  loss: number;
  spoils: number;
  /** Expected loss of each resource kind, in its unit. */
  losses: { resource: string; amount: number }[];
  /** Whom it would break its word to by this answer. */
  breaks: string[];
}

/** What a vote weighs, whatever the others do. */
export interface VotePreview {
  /** The share of the votes that the actor has. */
  weight: number;
  /** A no alone prevents it; a yes alone passes it. */
  vetoes: boolean;
  decides: boolean;
  /** What a fine costs the actor, once, in the unit of the budget. */
  fine?: number;
}

/**
 * What a decision would pay and get, by what the actor itself believes, if the others do as in the last tick. `before` is
 * going on as in the last tick. Amounts are flows a tick in `unit`.
 */
export interface Preview {
  actor: string;
  choice: PreviewChoice;
  tick: number;
  /** Set where the decision cannot be made: then nothing changes. */
  barred?: Barrier;
  /** The tick at which it takes effect: for a notice, the one in which it runs out. */
  from: number;
  /** The resource kind in which the budget is counted, and its unit as the scenario says it. */
  unit: { resource: string; unit: string };
  ticksPerYear: number;
  budget: number;
  pays: Sum;
  /** The same as a share of the budget. */
  share: FigureChange;
  /** What its treaties ask of it; of those whose benefit is not divided, the largest quota. */
  asked: Sum;
  gets: Sum;
  /** Probability of being attacked in a year; absent where the model has no attacks. */
  danger?: Sum;
  /** Own force and support expected of allies, in mean strengths; what the danger depends on. */
  force?: { own: FigureChange; support: FigureChange };
  /** The treaty in the terms of the model, as the actor sees it: above 0 better than to be without. For leaving, of being without. */
  worth?: { score: number; terms: Term[] };
  /** The trust in the actor, and the ill will toward it, that would change: of each other actor, [0, 1]. */
  regard: Part[];
  /** The mean trust of all others in it. */
  standing: FigureChange;
  call?: CallPreview;
  vote?: VotePreview;
}
