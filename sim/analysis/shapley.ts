import { type Stream, shuffle } from '../exact/random.ts';

/** The worth (or cost) of a coalition: `inside[i]` is 1 for each member. The empty coalition is worth 0. */
export type Game = (inside: Uint8Array) => number;

export interface ShapleyValue {
  readonly value: Float64Array;
  /** Standard error of each value; 0 where all coalitions were enumerated. */
  readonly error: Float64Array;
}

/** Players up to which all coalitions are enumerated. */
export const MOST_PLAYERS_EXACT = 15;

/**
 * Shapley value (1953): exact up to 15 players; above that the mean over `orders` random orders of arrival drawn from `random`
 * (Castro, Gómez & Tejada 2009).
 */
export const shapley = (players: number, game: Game, random: Stream, orders = 2_000): ShapleyValue =>
  players <= MOST_PLAYERS_EXACT
    ? shapleyByEnumeration(players, game)
    : shapleyBySampling(players, game, random, orders);

/** φᵢ = Σ_S |S|!(n−|S|−1)!/n! (v(S∪i) − v(S)). */
export function shapleyByEnumeration(players: number, game: Game): ShapleyValue {
  return { value: shapleyOf(players, tabulate(players, game)), error: new Float64Array(players) };
}

/**
 * The worth of every coalition by mask; bit i is set where player i is a member.
 * @throws {RangeError} for more than MOST_PLAYERS_EXACT players.
 */
export function tabulate(players: number, game: Game): Float64Array {
  if (players > MOST_PLAYERS_EXACT)
    throw new RangeError(`More than ${MOST_PLAYERS_EXACT} players cannot be enumerated`);
  const worth = new Float64Array(1 << players);
  const inside = new Uint8Array(players);
  for (let set = 1; set < worth.length; set++) {
    for (let i = 0; i < players; i++) inside[i] = (set >> i) & 1;
    worth[set] = game(inside);
  }
  return worth;
}

/** The Shapley value of a game given by the worth of every coalition, 2ⁿ numbers by mask. */
export function shapleyOf(players: number, worth: Float64Array): Float64Array {
  const size = new Uint8Array(worth.length);
  for (let set = 1; set < worth.length; set++) size[set] = size[set >> 1]! + (set & 1);
  const weight = orderWeights(players);
  const value = new Float64Array(players);
  for (let set = 0; set < worth.length; set++)
    for (let i = 0; i < players; i++)
      if (!((set >> i) & 1)) value[i] = value[i]! + weight[size[set]!]! * (worth[set | (1 << i)]! - worth[set]!);
  return value;
}

/** s!(n−s−1)!/n!: the probability that exactly these s others arrived before, for s from 0 to n − 1. */
export function orderWeights(players: number): Float64Array {
  const weight = new Float64Array(players);
  if (players > 0) weight[0] = 1 / players;
  for (let s = 1; s < players; s++) weight[s] = (weight[s - 1]! * s) / (players - s);
  return weight;
}

/** Welford's running mean and variance of each player's marginal contribution on arrival. */
export function shapleyBySampling(players: number, game: Game, random: Stream, orders: number): ShapleyValue {
  if (orders < 2) throw new RangeError('A standard error needs two orders at least');
  const value = new Float64Array(players);
  const error = new Float64Array(players);
  const order = Int32Array.from({ length: players }, (_, i) => i);
  const inside = new Uint8Array(players);
  for (let k = 1; k <= orders; k++) {
    shuffle(order, random);
    inside.fill(0);
    let before = 0;
    for (const i of order) {
      inside[i] = 1;
      const after = game(inside);
      const off = after - before - value[i]!;
      value[i] = value[i]! + off / k;
      error[i] = error[i]! + off * (after - before - value[i]!);
      before = after;
    }
  }
  for (let i = 0; i < players; i++) error[i] = Math.sqrt(error[i]! / (orders - 1) / orders);
  return { value, error };
}
