/**
 * Effort that maximises (1−β) ln(B−g) + b ln g + a ln(g+S), with b = own·β and a = β − b: the positive root of
 * g² − P g − b B S = 0, P = βB − (1−a)S. With no product of one's own it is max(0, P), Cobb–Douglas as in Olson & Zeckhauser.
 */
export function bestResponse(beta: number, own: number, budget: number, spill: number): number {
  if (own === 0) return Math.max(0, beta * budget - (1 - beta) * spill);
  const b = own * beta;
  const lead = beta * budget - (1 - beta + b) * spill;
  const product = b * budget * spill;
  const root = Math.sqrt(lead * lead + 4 * product);
  if (lead >= 0) return (lead + root) / 2;
  // Lead and root nearly cancel where the own product counts for little.
  return root - lead > 0 ? (2 * product) / (root - lead) : 0;
}
