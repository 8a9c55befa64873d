import { z } from 'zod';
import { seek } from '../history/seek.ts';
import { type PledgeParams, pledgeParams } from '../mechanisms/contribute/effort/params.ts';
import type { Model } from '../model/model.ts';
import { ALLIED } from '../schema/treaty.ts';
import type { World } from '../world/state.ts';
import { analysis } from './analysis.ts';
import { bestPartition, LISTED, membersOf, PARTITION_PLAYERS } from './partition.ts';
import { pooledWorths, readPooling } from './pooled.ts';

const unit = (value: number, description: string) => z.number().min(0).max(1).default(value).meta({ description });

const params = z.strictObject({
  tick: z
    .int()
    .min(0)
    .max(100_000)
    .optional()
    .meta({ description: 'after how many ticks the world is judged, the end by default and where the run is shorter' }),
  publicness: unit(1, 'what of a partner’s effort protects, if it is wholly trusted'),
  mistrust: unit(1, 'share of that which is lost where there is no trust'),
  illWill: unit(1, 'share of its welfare that a member loses at full hostility between it and its partners'),
});

/**
 * The distance of a world from the best coalition structure that its actors could form: a benchmark for any run. The worth of a
 * coalition is the summed welfare of its members at the Nash efforts of a pool of exactly these members (Olson & Zeckhauser
 * 1966), with preferences, budgets, trust and ill will as they are in that world.
 */
export const bestStructure = analysis({
  name: 'best-structure',
  cites: ['Sandholm et al. 1999', 'Bergstrom, Blume & Varian 1986', 'Olson & Zeckhauser 1966'],
  params,
  keys: {
    structureTick: 'after how many ticks the world was judged',
    bestWelfare: 'greatest sum of welfare over all divisions of the actors into coalitions',
    standingWelfare: 'the same sum for the division that stands: blocs joined by defence or offence',
    shareReached: 'the second as a share of the first',
    apartWelfare: 'the same sum if everyone stood alone',
    togetherWelfare: 'the same sum if all were one coalition',
    livedWelfare: 'sum of the welfare that the run itself found, under the treaties as they are',
    bestStructures: `the best divisions, as texts of actors’ ids; the first ${LISTED} where they are many`,
    standingStructure: 'the division that stands, as such a text',
    bestTies: 'how many divisions are best',
  },
  check(_, { actors }, at, report) {
    if (actors.length > PARTITION_PLAYERS)
      report(at, `"best-structure" expects at most ${PARTITION_PLAYERS} actors, got ${actors.length}`);
  },
  of(history, { tick, ...rules }) {
    const { model, ticks } = history;
    const at = Math.min(tick ?? ticks, ticks);
    const world = seek(history, at);
    const n = world.shape.actors;
    const worths = pooledWorths(readPooling(world, { ...preferencesOf(model), ...rules }));
    const { worth: best, ties, partitions } = bestPartition(n, worths);
    const blocs = blocsOf(world);
    const standing = blocs.reduce((sum, mask) => sum + worths[mask]!, 0);
    let apart = 0;
    for (let i = 0; i < n; i++) apart += worths[1 << i]!;
    return {
      structureTick: at,
      bestWelfare: best,
      standingWelfare: standing,
      shareReached: best > 0 ? standing / best : 1,
      apartWelfare: apart,
      togetherWelfare: worths[worths.length - 1]!,
      livedWelfare: world.columns.welfare.reduce((sum, x) => sum + x, 0),
      bestStructures: partitions.map((partition) => named(partition, model)),
      standingStructure: named(blocs, model),
      bestTies: ties,
    };
  },
});

/** How threat raises the preference for defence in this scenario; the defaults where the scenario has no `pledges`. */
function preferencesOf({ mechanisms }: Model): { peace: number; alarm: number } {
  const found = mechanisms.find(({ mechanism: { phase } }) => phase === 'contribute');
  const { peace, alarm } = pledgeParams.parse({});
  const given = found?.params as Partial<PledgeParams> | undefined;
  return { peace: given?.peace ?? peace, alarm: given?.alarm ?? alarm };
}

/**
 * Masks of the blocs: actors joined by defence or offence, directly or through others. An actor without such a treaty is a bloc
 * of one.
 */
function blocsOf({ alliances, shape }: World): number[] {
  let blocs = Array.from({ length: shape.actors }, (_, i) => 1 << i);
  for (const { bond, members } of alliances) {
    if ((bond & ALLIED) === 0) continue;
    const allied = members.reduce((mask, { actor }) => mask | (1 << actor), 0);
    const joined = blocs.filter((mask) => mask & allied).reduce((all, mask) => all | mask, 0);
    blocs = [joined, ...blocs.filter((mask) => !(mask & allied))];
  }
  return blocs.sort((a, b) => (a & -a) - (b & -b));
}

const named = (partition: readonly number[], { ids }: Model): string =>
  partition
    .map(
      (mask) =>
        `{${membersOf(mask)
          .map((k) => ids[k - 1]!)
          .join(' ')}}`,
    )
    .join('');
