import { z } from 'zod';
import { mechanism, type StepContext } from '../../model/mechanism.ts';
import { MOST } from '../../schema/common.ts';
import type { Alliance } from '../../world/alliance.ts';
import { CHANGING_COLUMNS } from '../../world/columns.ts';
import type { World } from '../../world/state.ts';

const params = z.strictObject({
  coverage: z
    .number()
    .min(0)
    .max(1)
    .default(0.8)
    .meta({ description: 'share of a disaster’s loss that the funds together replace' }),
});

/**
 * Crisis-response pools pay members that a disaster struck, from their savings: mutual insurance (Fafchamps & Lund 2003). Where a
 * fund cannot meet all claims, each receives the same share of its claim.
 */
export const relief = mechanism({
  name: 'relief',
  phase: 'crisis',
  cites: ['Fafchamps & Lund 2003'],
  owns: CHANGING_COLUMNS,
  params,
  step(world, context) {
    let ready = false;
    for (const { clauses, fund } of world.alliances)
      if (clauses.purpose === 'crisis-response' && fund > 0) ready = true;
    if (!ready || !claim(world, context)) return;
    for (const alliance of world.alliances)
      if (alliance.clauses.purpose === 'crisis-response' && alliance.fund > 0) settle(world, context, alliance);
  },
});

/**
 * Writes the claim of each actor to scratch a, in resource units, and its loss to scratch b. @returns whether anyone has a claim.
 */
function claim(
  world: World,
  { params: { coverage }, scratch: { a, b } }: StepContext<z.infer<typeof params>>,
): boolean {
  const { actors: n, resources: m } = world.shape;
  const { loss } = world.columns;
  let any = 0;
  for (let i = 0; i < n; i++) {
    let lost = 0;
    for (let r = i * m; r < (i + 1) * m; r++) lost += loss[r]!;
    b[i] = lost;
    a[i] = coverage * lost;
    any += a[i]!;
  }
  return any > 0;
}

function settle(world: World, context: StepContext<z.infer<typeof params>>, alliance: Alliance): void {
  const { a, b } = context.scratch;
  const { resources: m } = world.shape;
  const { resources, loss } = world.columns;
  let claims = 0;
  for (const { actor } of alliance.members) claims += a[actor]!;
  if (claims <= 0) return;
  const part = Math.min(1, alliance.fund / claims);
  for (const { actor } of alliance.members) {
    // Rounding must not let the last claim exceed the fund.
    const amount = Math.min(alliance.fund, part * a[actor]!);
    if (amount <= 0) continue;
    alliance.fund -= amount;
    a[actor]! -= amount;
    // Compensation in kind: each stock is restored by the same share of its loss.
    for (let r = actor * m; r < (actor + 1) * m; r++)
      resources[r] = Math.min(MOST, resources[r]! + (amount * loss[r]!) / b[actor]!);
    context.emit({ kind: 'relief', alliance: alliance.id, who: [context.names[actor]!], amount });
  }
}
