import { play } from '../../../../sim/history/record.ts';
import type { Intervention } from '../../../../sim/schema/intervention.ts';
import { actor, model, only, treaty } from '../../builders.ts';

type TreatyMore = Parameters<typeof treaty>[2];
const still = { deliberation: 0 };
/** Only what players order, what notice brings and what terms end. */
export const ordered = only({
  realign: [{ name: 'renewals' }, { name: 'moves', parameters: still }, { name: 'departures' }],
});
export const decide = (tick: number, who: string, choice: object): Intervention =>
  ({ kind: 'decide', tick, actor: who, choice }) as Intervention;

export const pair = (more: TreatyMore = {}, members = ['a', 'b'], ticksPerYear = 1) =>
  model({
    ticks: 40,
    ticksPerYear,
    actors: ['a', 'b', 'c'].map((id) => actor(id)),
    treaties: [treaty('pact', members, more)],
    mechanisms: ordered,
  });
export const chronicle = (of: ReturnType<typeof model>, interventions: Intervention[]) =>
  play(of, '1', interventions).events.map(({ tick, kind, who }) => `${tick} ${kind} ${who.join(' ')}`);
