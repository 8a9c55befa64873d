import { z } from 'zod';
import { keepsWord, triggerProspectOf, triggerValuesOf } from '../mechanisms/contribute/grim-trigger.ts';
import { analysis } from './analysis.ts';
import { retrace } from './retrace.ts';

/** Whether grim trigger sustains co-operation in the repeated public-goods game, in theory and in the run. */
export const repeatedReport = analysis({
  name: 'repeated',
  cites: ['Friedman 1971'],
  params: z.strictObject({
    return: z.number().min(0.001).max(100).default(0.4).meta({ description: 'm' }),
    discount: z.number().min(0).max(1).default(0.5).meta({ description: 'δ, a period' }),
    endowment: z.number().positive().default(20).meta({ description: 'of each, a period' }),
  }),
  keys: {
    threshold: 'least discount factor that sustains co-operation, (1−m)/((n−1)m), not below 0; above 1 none does',
    sustained: '1 if co-operation is worth at least as much as one defection and all that follows it, else 0',
    reward: 'what a player gets in a period in which all give, R',
    temptation: 'what it gets in a period in which it alone gives nothing, T',
    penalty: 'what it gets in a period after trust has gone, P',
    cooperating: 'value of co-operating for good, as an average a period: R',
    defecting: 'value of defecting now, as an average a period: (1−δ) T + δ P',
    contributions: 'share of all endowments given in each period of the run, from the first on',
    held: '1 if all gave everything in every period of the run, else 0',
    earnings: 'what each actor earned in the run, endowments included',
  },
  of(history, params) {
    const n = history.model.shape.actors;
    const { return: share, discount, endowment } = params;
    const prospect = triggerProspectOf(endowment, (n - 1) * endowment, share);
    const values = triggerValuesOf(prospect, discount);
    const contributions: number[] = [];
    const earnings = new Array<number>(n).fill(0);
    retrace(history, ({ columns: { rate, welfare, budget } }) => {
      let rates = 0;
      for (let i = 0; i < n; i++) {
        rates += rate[i]!;
        earnings[i] = earnings[i]! + welfare[i]! * budget[i]!;
      }
      contributions.push(rates / n);
    });
    return {
      threshold: n < 2 ? 0 : Math.max(0, (1 - share) / ((n - 1) * share)),
      sustained: keepsWord(values) ? 1 : 0,
      reward: prospect.together,
      temptation: prospect.alone,
      penalty: prospect.apart,
      cooperating: values[0],
      defecting: values[1],
      contributions,
      held: contributions.every((given) => given === 1) ? 1 : 0,
      earnings,
    };
  },
});
