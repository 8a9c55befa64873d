/**
 * The effort that maximises (1−β) ln(B−g) + b ln g + a ln(g+S), with b = own·β and a = β − b: the positive root of g² − P g − b B S
 * = 0, P = βB − (1−a)S. Without a private product it is max(0, P), the Cobb–Douglas response of Olson & Zeckhauser.
 */
export function bestResponse(beta: number, own: number, budget: number, spill: number): number {
  if (own === 0) return Math.max(0, beta * budget - (1 - beta) * spill);
  const b = own * beta;
  const lead = beta * budget - (1 - beta + b) * spill;
  const product = b * budget * spill;
  const root = Math.sqrt(lead * lead + 4 * product);
  if (lead >= 0) return (lead + root) / 2;
  // `lead` and `root` nearly cancel where the private product has little weight.
  return root - lead > 0 ? (2 * product) / (root - lead) : 0;
}
