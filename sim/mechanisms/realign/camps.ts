import { z } from 'zod';
import { isHeld } from '../../model/decisions.ts';
import { mechanism } from '../../model/mechanism.ts';
import { Clauses } from '../../schema/treaty.ts';
import { found } from '../../world/membership.ts';
import { readSigns, signBuffer } from '../../world/signed-ties.ts';
import { sidesOf } from '../../world/triads.ts';

const params = z.strictObject({
  least: z
    .int()
    .min(2)
    .max(64)
    .default(2)
    .meta({ description: 'least number of members of a camp that forms an alliance' }),
});

const NAMES = ['First camp', 'Second camp'] as const;

/** What members of a camp owe each other: mutual support at no cost. */
const CLAUSES: Clauses = Clauses.parse({ targetRate: 0, formality: 0, monitoring: 0, exitNotice: 0 });

/** Once every tie is balanced, each of the two camps becomes an alliance, unless one exists already. */
export const camps = mechanism({
  name: 'camps',
  phase: 'realign',
  allExist: true,
  cites: ['Cartwright & Harary 1956'],
  owns: [],
  params,
  step(world, context) {
    if (world.alliances.length > 0) return;
    const { actors: n } = world.shape;
    const { signs } = signBuffer(n);
    readSigns(world, signs, 0);
    const side = areAllTied(signs, n) ? sidesOf(signs, n) : undefined;
    if (!side) return;
    NAMES.forEach((name, k) => {
      const members = Array.from({ length: n }, (_, i) => i).filter((i) => side[i] === k + 1 && !isHeld(context, i));
      if (members.length >= context.params.least) found(world, context, members, name, { ...CLAUSES });
    });
  },
});

/** Whether all pairs have a tie. Where some have none, their camp is undetermined. */
function areAllTied(signs: Int8Array, n: number): boolean {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if (signs[i * n + j] === 0) return false;
  return true;
}
