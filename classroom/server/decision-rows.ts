import { botChoices } from '../../sim/experiment/bot-choices.ts';
import type { History } from '../../sim/history/history.ts';
import { seek } from '../../sim/history/seek.ts';
import { canonical } from '../../sim/schema/canonical.ts';
import { decisionKey } from '../../sim/schema/decision-slot.ts';
import type { Choice, Intervention } from '../../sim/schema/intervention.ts';
import { clausesOf } from '../../sim/schema/treaty.ts';
import type { DecisionRow, SignedTerms } from '../protocol/debrief-file.ts';

/** A row for each decision that entered the run. */
export function decisionRows(history: History, rounds: readonly { from: number }[]): DecisionRow[] {
  const { model, events, interventions } = history;
  const outcomes = new Map<string, string>();
  for (const event of events) if (event.of !== undefined) outcomes.set(event.of, event.kind);
  const bots = new Map<string, ReturnType<typeof botChoices>>();
  const botOf = (actor: string, round: number): ReturnType<typeof botChoices> => {
    const key = `${actor} ${round}`;
    const known = bots.get(key);
    if (known) return known;
    const from = rounds[round]!.from;
    const to = Math.min(history.ticks, rounds[round + 1]?.from ?? history.ticks);
    const made = botChoices(history, actor, from, Math.max(from, to));
    bots.set(key, made);
    return made;
  };
  return interventions.flatMap((one: Intervention): DecisionRow[] => {
    if (one.kind !== 'decide' || one.choice.act === 'hold' || one.tick >= history.ticks) return [];
    const { tick, actor, choice, by = '', as = 'player' } = one;
    const round = rounds.findLastIndex(({ from }) => from <= tick);
    const bot = botOf(actor, round);
    return [
      {
        round: round + 1,
        tick,
        date: model.yearOf(tick),
        actor,
        by,
        as,
        act: choice.act,
        about: aboutOf(choice),
        value: amountOf(choice),
        terms: termsOf(history, tick, choice),
        outcome: outcomes.get(decisionKey(one)) ?? '',
        botRate: choice.act === 'contribute' ? meanRate(bot, choice.alliance) : null,
        bot: [...new Set(bot.decisions.map(({ act }) => act))].join(' '),
      },
    ];
  });
}

function aboutOf(choice: Choice): string {
  switch (choice.act) {
    case 'propose':
      return choice.to;
    case 'sign':
      return choice.parties.join(' ');
    case 'honour':
    case 'renege':
      return [choice.caller ?? choice.victim, choice.alliance].filter((part) => part !== undefined).join(' ');
    case 'vote':
      return [choice.alliance, choice.matter, choice.subject].filter((part) => part !== undefined).join(' ');
    case 'hold':
      return '';
    default:
      return choice.alliance ?? '';
  }
}

/** What a text asks for; what it leaves open is as it is where nobody names it. */
function termsOf(history: History, tick: number, choice: Choice): SignedTerms | null {
  if (choice.act !== 'sign' && choice.act !== 'propose') return null;
  const alliance = choice.act === 'sign' ? choice.alliance : undefined;
  const quotas = (choice.act === 'sign' ? choice.quotas : undefined) ?? {};
  const open = clausesOf() as Record<string, unknown>;
  const named = Object.entries(choice.clauses ?? {}).filter(
    ([name, clause]) => alliance !== undefined || canonical(clause) !== canonical(open[name]),
  );
  const clauses = Object.fromEntries(named) as SignedTerms['clauses'];
  return {
    alliance: alliance ?? null,
    obligations: clauses.obligations ?? (alliance === undefined ? (open['obligations'] as string[]) : null),
    clauses,
    quotas: { ...quotas },
    shares: sharesOf(history, tick, quotas),
  };
}

/** Quotas as shares of the budget that each party had. */
function sharesOf(history: History, tick: number, quotas: Readonly<Record<string, number>>): Record<string, number> {
  const parties = Object.entries(quotas);
  if (parties.length === 0) return {};
  const { budget } = seek(history, tick).columns;
  return Object.fromEntries(
    parties.flatMap(([party, quota]) => {
      const all = budget[history.model.names.actors.get(party) ?? -1] ?? 0;
      return all > 0 ? [[party, quota / all]] : [];
    }),
  );
}

function amountOf(choice: Choice): number | null {
  if (choice.act === 'contribute') return choice.rate;
  if (choice.act === 'vote') return Number(choice.support);
  if (choice.act === 'honour' || choice.act === 'renege') return Number(choice.act === 'honour');
  return null;
}

function meanRate({ efforts }: ReturnType<typeof botChoices>, alliance: string | undefined): number | null {
  const rates = efforts.flatMap(({ common, pools }) =>
    alliance === undefined ? [common] : pools.filter((pool) => pool.alliance === alliance).map(({ rate }) => rate),
  );
  return rates.length === 0 ? null : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
}
