import type { Story } from './story.ts';

/** A figure over the run, one value a sample. */
export interface Curve {
  name: string;
  label: string;
  values: Float64Array;
  low: number;
  high: number;
}

const LABELS: Record<string, string> = {
  meanSize: 'Mean size',
  membership: 'Share allied',
  freeRiding: 'Free-riding',
};

/** camelCase and kebab-case as words. */
export const labelOf = (name: string): string =>
  LABELS[name] ??
  name
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())
    .replace(/^./, (letter) => letter.toUpperCase());

/** What people ask of such a run first, as patterns over the names of the world's measures. */
const WANTED = [/cohesion/i, /trust/i, /free-?rid/i, /polari[sz]/i, /balance/i, /membership/i, /concentration/i];

/** Mean threat and mean effort over the actors, then the first of the wanted measures the run has; at most `room`. */
export function curvesOf(story: Story, room: number): Curve[] {
  const { worldNames } = story.replay.series;
  const curves = [meanOf(story, 'threat', 'Threat, mean'), meanOf(story, 'effortRate', 'Effort, mean')];
  for (const pattern of WANTED) {
    const name = worldNames.find((candidate) => pattern.test(candidate));
    if (name && !curves.some((curve) => curve?.name === name)) curves.push(worldCurve(story, name));
  }
  return curves.filter((curve) => curve !== undefined).slice(0, room);
}

function worldCurve(story: Story, name: string): Curve {
  const { world, worldNames, samples } = story.replay.series;
  const k = worldNames.indexOf(name);
  return bounded(name, labelOf(name), samples, (s) => world[s * worldNames.length + k]!);
}

function meanOf(story: Story, name: string, label: string): Curve | undefined {
  const { actors, actorNames, samples } = story.replay.series;
  const k = actorNames.indexOf(name);
  const n = story.actors.length;
  if (k < 0) return undefined;
  return bounded(name, label, samples, (s) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += actors[(s * actorNames.length + k) * n + i]!;
    return sum / n;
  });
}

function bounded(name: string, label: string, samples: number, at: (s: number) => number): Curve {
  const values = Float64Array.from({ length: samples }, (_, s) => at(s));
  let low = Infinity;
  let high = -Infinity;
  // Before the first tick many figures are still nothing; that would flatten all that follows.
  for (const value of values.length > 1 ? values.subarray(1) : values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { name, label, values, low, high };
}

/** Two figures that tell values of this size apart. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 100) return value.toFixed(0);
  if (size >= 10) return value.toFixed(1);
  return value.toFixed(2);
}
