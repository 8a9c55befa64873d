/**
 * Shapley shares of the airport game c(S) = max need (Littlechild & Owen 1973): each additional stretch of the runway is shared
 * equally by all who need it. Exact for any number of players.
 */
export function airportShares(needs: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: needs.length }, (_, i) => i).sort((i, j) => needs[i]! - needs[j]! || i - j);
  const shares = new Float64Array(needs.length);
  let share = 0;
  let built = 0;
  order.forEach((i, rank) => {
    share += (needs[i]! - built) / (needs.length - rank);
    built = needs[i]!;
    shares[i] = share;
  });
  return shares;
}
