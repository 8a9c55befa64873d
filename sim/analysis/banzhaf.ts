/**
 * Banzhaf value of a game whose every coalition's worth is written out: what a player adds on average to a coalition of the others,
 * all of them equally likely (Banzhaf 1965; Penrose 1946).
 * @param worth 2ⁿ numbers by mask, bit i set where player i is in.
 */
export function banzhafOf(players: number, worth: Float64Array): Float64Array {
  const value = new Float64Array(players);
  for (let set = 0; set < worth.length; set++)
    for (let i = 0; i < players; i++)
      if (!((set >> i) & 1)) value[i] = value[i]! + worth[set | (1 << i)]! - worth[set]!;
  return value.map((sum) => (2 * sum) / worth.length);
}
