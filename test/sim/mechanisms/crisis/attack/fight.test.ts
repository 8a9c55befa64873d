import { describe, expect, it } from 'vitest';
import { histories } from '../../../../../scenarios/index.ts';
import { check } from '../../../../../sim/check/check.ts';
import { load } from '../../../../../sim/engine/load.ts';
import type { History } from '../../../../../sim/history/history.ts';
import { seek } from '../../../../../sim/history/seek.ts';
import { type AnswerEvent, type Event, foeOf, isAnswer } from '../../../../../sim/world/event.ts';
import { actor, eventsOf, model, replications, treaty } from '../../../builders.ts';
import { fighting, menaced, quarrel, type Treaties } from '../wars.ts';

interface War {
  answers: AnswerEvent[];
  attacked: Event & { kind: 'attacked' };
  fought: Event & { kind: 'fought' };
}

/** The wars of a run, each with the answers that its calls got: the log tells one war after the other. */
function warsOf({ events }: History): War[] {
  const wars: War[] = [];
  let begun: Pick<War, 'answers' | 'attacked'> | undefined;
  for (const event of events) {
    if (event.kind === 'attacked') begun = { attacked: event, answers: [] };
    else if (isAnswer(event)) begun!.answers.push(event);
    else if (event.kind === 'fought') wars.push({ ...begun!, fought: event });
  }
  return wars;
}

describe('a war', () => {
  it('costs both sides, the loser more, and nobody more than all it has', () => {
    const of = menaced([]);
    const fought = replications(200, of).filter((history) => eventsOf(history, 'fought').length > 0);
    const losses = { won: [] as number[], lost: [] as number[] };
    for (const history of fought) {
      const [event] = eventsOf(history, 'fought');
      const left = seek(history, 1).columns.resources[0]!;
      expect(left).toBeLessThan(100);
      expect(left).toBeGreaterThanOrEqual(0);
      if (event?.kind === 'fought') losses[event.won ? 'lost' : 'won'].push(100 - left);
    }
    expect(Math.min(...losses.lost)).toBeGreaterThan(Math.max(...losses.won));
  });

  it('is won the more often by the stronger', () => {
    const share = (strength: number): number => {
      const of = model({
        ticks: 1,
        actors: [actor('victim'), actor('other')],
        threats: [{ id: 'foe', name: 'Foe', strength, hostility: { victim: 1 }, proximity: { victim: 1 } }],
        mechanisms: fighting(),
      });
      const events = replications(300, of).flatMap((history) => eventsOf(history, 'fought'));
      for (const { chance, ...event } of events)
        if (event.kind === 'fought') expect(event.won).toBe(chance!.draw < chance!.probability);
      return events.filter((event) => event.kind === 'fought' && event.won).length / events.length;
    };
    expect(share(400)).toBeGreaterThan(share(100));
    expect(share(100)).toBeGreaterThan(share(25));
  });

  it('leaves ill will between those who fought', () => {
    const of = model({
      ticks: 3,
      actors: [actor('a'), actor('b')],
      dyadDefaults: { proximity: 1 },
      dyads: [{ from: 'a', to: 'b', mutual: false, hostility: 0.5 }],
      mechanisms: fighting(),
    });
    const history = replications(50, of).find((one) => eventsOf(one, 'fought').length > 0)!;
    const { hostility } = seek(history, 3).columns;
    expect(hostility[1]).toBeGreaterThan(0.19);
    expect(hostility[2]).toBeGreaterThan(0.19);
    expect(hostility[1]! + hostility[2]!).toBeGreaterThan(0.75);
  });
});

describe('collective security', () => {
  const league = (casusFoederis: 'outsiders' | 'anyone') =>
    treaty('league', ['hawk', 'prey', 'wing'], { casusFoederis, formality: 1 });

  it('restrains no member, and calls the rest when one strikes another; collective defence does neither', () => {
    const histories = replications(120, quarrel([league('anyone')]));
    expect(histories.flatMap((history) => eventsOf(history, 'attacked')).length).toBeGreaterThan(5);
    const answers = histories.flatMap((history) => eventsOf(history, 'honoured', 'reneged'));
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers)
      expect(answer).toMatchObject({
        who: ['wing'],
        victim: 'prey',
        attacker: 'hawk',
        caller: 'prey',
        clause: 'defence',
      });
    expect(
      replications(40, quarrel([league('outsiders')])).flatMap((history) => eventsOf(history, 'attacked')),
    ).toEqual([]);
  });

  it('deters a member by those who would come against it, itself not among them', () => {
    const chance = (treaties: Treaties) =>
      replications(200, quarrel(treaties)).flatMap((history) => eventsOf(history, 'attacked'))[0]!.chance!.probability;
    expect(chance([league('anyone')])).toBeLessThan(chance([]));
    const two = treaty('two', ['hawk', 'prey'], { casusFoederis: 'anyone', communication: 0 });
    expect(chance([two])).toBeCloseTo(chance([]), 9);
  });
});

describe.each(Object.entries(histories))('a call in %s', (_, raw) => {
  const checked = check(raw);
  if ('faults' in checked) throw new Error('a bundled scenario is at fault');
  const runs = replications(20, load(checked.value));

  it('names who called, by which clause of which treaty, and who honours it fights on that side', () => {
    const answers = runs.flatMap((run) =>
      warsOf(run).flatMap((war) => war.answers.map((answer) => ({ run, war, answer }))),
    );
    expect(answers.length).toBeGreaterThan(20);
    for (const { run, war, answer } of answers) {
      const { who, victim, attacker, caller, clause, alliance, tick } = answer;
      const { attacked, fought } = war;
      expect([attacker, victim]).toEqual([attacked.who[0], attacked.victim]);
      const [ours, theirs] = clause === 'offence' ? [fought.who, fought.against] : [fought.against, fought.who];
      expect(ours[0]).toBe(caller);
      expect(theirs[0]).toBe(foeOf(answer));
      expect(ours.includes(who[0]!)).toBe(answer.kind === 'honoured');
      if (answer.kind === 'honoured') expect(theirs).not.toContain(who[0]);
      const members = run.chronicle.alliances
        .filter(({ id }) => id === alliance)
        .flatMap(({ spans }) => spans)
        .filter(({ from, to }) => from <= tick && tick <= (to ?? Infinity))
        .map((span) => span.actor);
      expect(members).toEqual(expect.arrayContaining([who[0], caller]));
    }
  });
});

describe('an ally of the attacker', () => {
  it('is called by it under an offence clause', () => {
    const pact = treaty('pact', ['hawk', 'wing'], { obligations: ['defence', 'offence'], formality: 1 });
    const answers = replications(60, quarrel([pact])).flatMap((history) => eventsOf(history, 'honoured', 'reneged'));
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers)
      expect(answer).toMatchObject({
        who: ['wing'],
        caller: 'hawk',
        clause: 'offence',
        alliance: 'pact',
        victim: 'prey',
      });
  });
});
