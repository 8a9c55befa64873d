import { z } from 'zod';
import { typeOf } from '../mechanisms/contribute/effort/contribution-types.ts';
import { analysis } from './analysis.ts';
import { retrace } from './retrace.ts';

/** What a public-goods experiment reports: giving and punishment over time, and the earnings of each subject. */
export const laboratoryReport = analysis({
  name: 'laboratory',
  cites: ['Fehr & Gächter 2000'],
  params: z.strictObject({
    punishment: z.number().min(0).default(0).meta({ description: 'what a point of punishment takes of the punished' }),
  }),
  keys: {
    contributions: 'mean contribution in each period, from the first on, in units of the endowment',
    shares: 'the same as a share of the endowment',
    firstShare: 'share of the endowment given in the first period; 0 where none was played',
    lastShare: 'share of the endowment given in the last period; 0 where none was played',
    points: 'points of punishment dealt in each period, a mean an actor',
    earnings: 'what each actor earned in all periods together',
    meanEarnings: 'mean earnings of an actor in one period; 0 where none was played',
    types: 'the type of each actor: free-rider, hump-shaped, other or conditional',
  },
  of(history, { punishment }) {
    const n = history.model.shape.actors;
    const contributions: number[] = [];
    const shares: number[] = [];
    const points: number[] = [];
    const earnings = new Array<number>(n).fill(0);
    const world = retrace(history, ({ columns, shape }) => {
      let given = 0;
      let rates = 0;
      let taken = 0;
      for (let i = 0; i < n; i++) {
        given += columns.effort[i]!;
        rates += columns.rate[i]!;
        taken += columns.loss[i * shape.resources]!;
        earnings[i] = earnings[i]! + columns.welfare[i]! * columns.budget[i]!;
      }
      contributions.push(given / n);
      shares.push(rates / n);
      points.push(punishment > 0 ? taken / punishment / n : 0);
    });
    const played = history.ticks;
    return {
      contributions,
      shares,
      firstShare: shares[0] ?? 0,
      lastShare: shares.at(-1) ?? 0,
      points,
      earnings,
      meanEarnings: earnings.reduce((sum, earned) => sum + earned, 0) / (n * played || 1),
      types: played > 0 ? Array.from(world.columns.loyalty, typeOf) : [],
    };
  },
});
