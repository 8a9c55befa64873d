import { describe, expect, it } from 'vitest';
import { load } from '../../../sim/engine/load.ts';
import { botChoices } from '../../../sim/experiment/bot-choices.ts';
import { beginLiveRun } from '../../../sim/history/live-run.ts';
import { play } from '../../../sim/history/record.ts';
import type { Intervention } from '../../../sim/schema/intervention.ts';
import { bundled, everywhere } from '../any-run.ts';

const europe = load(bundled.find(([id]) => id.startsWith('europe'))![1].scenario);

const decide = (at: number, actor: string, rate: number, ticks = 12): Intervention => ({
  kind: 'decide',
  tick: at,
  actor,
  choice: { act: 'contribute', rate, ticks },
});

describe('what the bot would have done', () => {
  everywhere(
    'is what it did, where no person decided anything',
    ({ scenario, seed }) => {
      const of = load(scenario);
      const history = play(of, seed);
      const [from, to] = [Math.floor(history.ticks / 3), history.ticks];
      for (const actor of of.ids.slice(0, Math.min(3, of.shape.actors))) {
        const { decisions, efforts } = botChoices(history, actor, from, to);
        const events = history.events.filter(({ tick }) => tick >= from);
        const of_ = (kind: string, first = true) =>
          events.filter((event) => event.kind === kind && (first ? event.who[0] === actor : event.who.includes(actor)));
        const count = (...acts: string[]) => decisions.filter(({ act }) => acts.includes(act)).length;
        expect(count('leave')).toBe(of_('notice').length);
        expect(count('found')).toBe(of_('founded', false).length);
        expect(count('honour', 'renege')).toBe(of_('honoured').length + of_('reneged').length);
        expect(count('join')).toBe(of_('joined').length);
        expect(count('renew')).toBe(of_('renewed', false).length);
        expect(efforts.map(({ tick }) => tick)).toEqual(Array.from({ length: to - from }, (_, k) => from + k));
      }
    },
    12,
    { actors: 8, ticks: 40 },
  );

  it('leaves out what the person decided for this actor, and nothing else', () => {
    const others = [decide(12, 'FRA', 0.6)];
    const person = [decide(12, 'GER', 1), ...others];
    const bot = botChoices(play(europe, '1', others), 'GER', 12, 24);
    expect(botChoices(play(europe, '1', person), 'GER', 12, 24)).toEqual(bot);
    const inFrance = botChoices(play(europe, '1', person), 'FRA', 12, 24);
    expect(inFrance.efforts.some(({ common }) => common !== 0.6)).toBe(true);
    expect(bot.efforts.every(({ common }) => common < 1)).toBe(true);
  });

  it('frees an actor of an order that was given before the round and still stands', () => {
    const history = play(europe, '1', [decide(2, 'GER', 1, 100)]);
    const { efforts } = botChoices(history, 'GER', 12, 24);
    expect(efforts.at(-1)!.common).toBeLessThan(0.9);
  });

  it('begins at the state to which the round came, and leaves that round as it was', () => {
    const live = beginLiveRun(europe, '1');
    live.add([decide(0, 'GER', 1, 12)]);
    live.advance(24);
    const before = play(europe, '1', live.interventions);
    const given = botChoices(live.history(), 'GER', 12, 24);
    expect(botChoices(before, 'GER', 12, 24)).toEqual(given);
    expect(live.history()).toMatchObject({ ticks: 24 });
    live.advance(144);
    expect(live.history()).toEqual(before);
  });

  it('tells of ballots, proposals and terms too', () => {
    const acts = new Set<string>();
    for (const seed of ['1', '2', '3']) {
      const history = play(europe, seed);
      for (const actor of europe.ids)
        for (const { act } of botChoices(history, actor, 0, history.ticks).decisions) acts.add(act);
    }
    for (const act of ['leave', 'found', 'propose', 'vote', 'renew', 'lapse', 'join']) expect([...acts]).toContain(act);
  });

  it('is asked for a round of the history', () => {
    const history = play(europe, '1', [], { ticks: 20 });
    expect(() => botChoices(history, 'GER', 12, 24)).toThrow('ticks 12 to 24 are not of this history');
    expect(() => botChoices(history, 'USA', 0, 4)).toThrow('there is no actor "USA"');
  });
});
