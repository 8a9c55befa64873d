/**
 * A value as JSON, as JSON.stringify writes it.
 * @throws {Error} one sentence that names the place of a number that is not finite: JSON has none, and null would stand for it.
 */
export function finiteJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent);
  // Without a null no number was lost, and nothing needs to be looked through.
  if (text.includes('null')) {
    const lost = placeOfNotFinite(value, '');
    if (lost !== undefined) throw new Error(`${lost} is no finite number, so it cannot be written`);
  }
  return text;
}

function placeOfNotFinite(value: unknown, path: string): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path || 'the value'} (${value})`;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, entry] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const lost = placeOfNotFinite(entry, place);
    if (lost !== undefined) return lost;
  }
  return undefined;
}
