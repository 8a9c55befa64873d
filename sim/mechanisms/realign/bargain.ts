/** A side payment raises nobody’s quota by more than this times what the rule asks. */
const STRETCH = 2;

/**
 * Nash bargaining over the quotas of two: the joint surplus is split evenly by shifting effort from the one who gains less to
 * the one who gains more, as far as quotas go (none below 0, none above its budget).
 *
 * @param own, their  what the treaty is worth to each before side payments, as scores
 * @param quotas      the rule's quotas, resource units a tick
 * @param budgets     the same unit; a shift of Δ costs weight · Δ/budget of score
 * @returns the two quotas, or undefined where there is no zone of agreement (Nash 1950).
 */
export function strikeBargain(
  own: number,
  their: number,
  quotas: readonly [number, number],
  budgets: readonly [number, number],
  weight: number,
): [number, number] | undefined {
  if (own + their <= 0) return undefined;
  const [q0, q1] = quotas;
  const [b0, b1] = budgets;
  if (b0 <= 0 || b1 <= 0 || weight <= 0) return own > 0 && their > 0 ? [q0, q1] : undefined;
  // Moving Δ of effort from 1 to 0 costs 0 weight·Δ/b0 and gives 1 weight·Δ/b1.
  const rate0 = weight / b0;
  const rate1 = weight / b1;
  const fair = (own - their) / (rate0 + rate1);
  const shift = Math.max(-q0, -STRETCH * q1, q1 - b1, Math.min(q1, STRETCH * q0, b0 - q0, fair));
  if (own - rate0 * shift <= 0 || their + rate1 * shift <= 0) return undefined;
  return [q0 + shift, q1 - shift];
}
