/**
 * Banzhaf value of a game given by the worth of every coalition: a player's mean marginal contribution over all coalitions of the
 * others, each equally likely (Banzhaf 1965; Penrose 1946).
 * @param worth 2ⁿ numbers by mask; bit i is set where player i is a member.
 */
export function banzhafOf(players: number, worth: Float64Array): Float64Array {
  const value = new Float64Array(players);
  for (let set = 0; set < worth.length; set++)
    for (let i = 0; i < players; i++)
      if (!((set >> i) & 1)) value[i] = value[i]! + worth[set | (1 << i)]! - worth[set]!;
  return value.map((sum) => (2 * sum) / worth.length);
}
