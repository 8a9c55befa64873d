import { describe, expect, it } from 'vitest';
import { histories } from '../../../scenarios/index.ts';
import { otherEndings } from '../../../viz/branch/run-differences.ts';
import { planWords } from '../../../viz/run-view/intervention-words.ts';
import type { Plan } from '../../../viz/run-view/plan.ts';
import type { RunView } from '../../../viz/run-view/run-view.ts';
import { createSession } from '../../../workers/session.ts';
import { openBranches, settledPlan } from './branches-builder.ts';

describe('a branch in the page', () => {
  it('is the run that Node makes of the same interventions, and the original comes back to the last bit', async () => {
    const { branches, session, shown } = await openBranches('europe-1879-1914');
    const original = shown();
    const plan = settledPlan(original, 56, { kind: 'leave', actor: 'AUH' });
    expect(await branches.create(plan)).toBeUndefined();
    const pair = branches.pair.value!;
    expect(pair.first).toBe(56);
    const straight = await createSession().run({
      scenario: histories['europe-1879-1914'],
      seed: '7',
      interventions: plan.interventions,
    });
    expect(shown().replay.digest).toBe(straight.digest);
    expect(pair.branch.summary.digest).toBe(straight.digest);
    branches.toggleSide();
    expect(shown()).toBe(original);
    expect(branches.back()).toBe(1);
    expect(await session.frame(100, 1)).not.toEqual(await session.frame(100));
    const before = await session.frame(100, 1);
    await branches.undo();
    expect(shown()).toBe(original);
    expect(branches.pair.value).toBeUndefined();
    expect(await session.frame(100)).toEqual(before);
  });

  it.each([
    ['europe-1879-1914', '7', 56, { kind: 'leave', actor: 'AUH' }],
    ['europe-1879-1914', '7', 20, { kind: 'strength', actor: 'GER', lasts: '' }],
    ['europe-1879-1914', '1', 30, { kind: 'autonomy', actor: 'FRA', value: '0.9' }],
    ['delian-league', '3', 10, { kind: 'strength', actor: 'ATH', lasts: '' }],
    ['nato', '2', 20, { kind: 'autonomy', actor: 'FRA', value: '1' }],
  ] as const)(
    'bears the letters and colours of its original, in its order: %s, seed %s, tick %i',
    async (id, seed, tick, draft) => {
      const { branches, shown } = await openBranches(id, seed);
      expect(await branches.create(settledPlan(shown(), tick, draft))).toBeUndefined();
      const { original, branch } = branches.pair.value!;
      const origin = ({ replay, alliances }: RunView) =>
        alliances.map(({ id, from, letter, hue }) => {
          const { founded, purpose, obligations, spans } = replay.alliances.find(
            (one) => one.id === id && Math.max(0, one.founded) === from,
          )!;
          const founders = spans.filter((span) => span.from === founded).map(({ actor }) => actor);
          return { letter, hue, pact: [purpose, ...obligations, ...founders.sort()].join(' ') };
        });
      const [ours, theirs] = [origin(original.run), origin(branch.run)];
      for (const { letter, hue, pact } of theirs) {
        const same = ours.find((one) => one.letter === letter);
        // A letter stands for one pact in both, and a pact that each has once bears one letter.
        if (same) expect({ pact, hue }).toEqual({ pact: same.pact, hue: same.hue });
        const once = (all: typeof ours) => all.filter((one) => one.pact === pact).length === 1;
        if (once(ours) && once(theirs)) expect(ours.find((one) => one.pact === pact)!.letter).toBe(letter);
      }
      const shared = (all: typeof ours, others: typeof ours) =>
        all.map(({ letter }) => letter).filter((letter) => others.some((one) => one.letter === letter));
      expect(shared(theirs, ours)).toEqual(shared(ours, theirs));
      expect(shared(theirs, ours).length).toBeGreaterThan(2);
      for (const { original: a, branch: b } of otherEndings(original.run.replay, branch.run.replay))
        if (a && b) expect([a.founded, a.ended, a.members]).not.toEqual([b.founded, b.ended, b.members]);
    },
  );

  it('grows another: parent and child are compared, and undone one after the other', async () => {
    const { branches, shown } = await openBranches('europe-1879-1914');
    const original = shown();
    await branches.create(settledPlan(original, 20, { kind: 'strength', actor: 'GER', lasts: '' }));
    const child = shown();
    await branches.create(settledPlan(child, 60, { kind: 'autonomy', actor: 'FRA', value: '1' }));
    expect(branches.pair.value!.original.run).toBe(child);
    expect(shown().replay.interventions).toHaveLength(2);
    await branches.undo();
    expect(shown()).toBe(child);
    expect(branches.pair.value!.original.run.replay).toBe(original.replay);
    await branches.undo();
    expect(shown()).toBe(original);
  });

  it('from the original takes the place of the branch there is; if it comes to nothing, that one stays', async () => {
    const { branches, session, shown } = await openBranches('europe-1879-1914');
    const original = shown();
    await branches.create(settledPlan(original, 20, { kind: 'strength', actor: 'GER', lasts: '' }));
    const first = branches.pair.value!;
    branches.toggleSide();
    const vain = settledPlan(original, 30, { kind: 'valuation', actor: 'GER', value: '2' });
    vain.interventions = [{ kind: 'decide', tick: 30, actor: 'GER', choice: { act: 'leave', alliance: 'nowhere' } }];
    expect(await branches.create(vain)).toMatch(/^Not possible at this moment: .* not able to leave nowhere\.$/);
    expect(branches.pair.value).toBe(first);
    expect((await session.summary()).digest).toBe(first.branch.summary.digest);
    await branches.create(settledPlan(original, 40, { kind: 'strength', actor: 'FRA', lasts: '' }));
    expect(branches.trail.value).toHaveLength(1);
    expect(shown().replay.interventions).toHaveLength(1);
  });

  it('that the engine refuses is answered in its own sentence, and nothing is lost', async () => {
    const { branches, shown } = await openBranches('europe-1879-1914');
    const original = shown();
    const beyond: Plan = { tick: 999, interventions: [] };
    expect(await branches.create(beyond)).toBe('tick: expected a whole number from 0 to 144, got 999');
    const nothing: Plan = { tick: 10, interventions: [] };
    expect(await branches.create(nothing)).toBe('This changes nothing: the run is identical.');
    expect(shown()).toBe(original);
    expect(branches.pair.value).toBeUndefined();
  });

  it('may leave out what people placed before, and not what lies before it', async () => {
    const { branches, session, shown } = await openBranches('europe-1879-1914');
    const digest = shown().replay.digest;
    await branches.create(settledPlan(shown(), 20, { kind: 'strength', actor: 'GER', lasts: '' }));
    const early: Plan = { tick: 21, interventions: [], without: [0] };
    expect(await branches.create(early)).toBe('without: there is no intervention 0 from tick 21 on');
    expect(planWords(shown(), { tick: 20, interventions: [], without: [0] })).toMatch(
      /^without this intervention: the str/,
    );
    expect(await branches.create({ tick: 20, interventions: [], without: [0] })).toBeUndefined();
    expect(shown().replay.digest).toBe(digest);
    expect((await session.runFile()).interventions).toEqual([]);
  });

  it('is what an attribution says of each thing that it takes away', async () => {
    const { attribution, branches, session, shown } = await openBranches('delian-league', '1');
    const run = shown();
    const ended = run.replay.alliances.find((one) => one.ended !== null)!;
    attribution.ask(ended.id);
    expect(attribution.asked.value).toEqual({ alliance: ended.id, founded: ended.founded });
    const { findings } = await session.attribution({ ...attribution.asked.value!, continuations: 0 });
    expect(findings.length).toBeGreaterThan(0);
    for (const { at, remedy, without, ends, first } of findings) {
      await branches.create({ tick: at, interventions: remedy, without });
      const again = shown().replay.alliances.find(({ id, founded }) => id === ended.id && founded === ended.founded);
      expect([again?.ended, branches.pair.value?.first]).toEqual([ends, first]);
      await branches.undo();
    }
    attribution.asked.value = undefined;
    attribution.ask('no-such-alliance');
    expect(attribution.asked.value).toBeUndefined();
  });

  it('is forgotten when another run is made', async () => {
    const { branches, start, shown } = await openBranches('europe-1879-1914');
    await branches.create(settledPlan(shown(), 20, { kind: 'strength', actor: 'GER', lasts: '' }));
    await start('europe-1879-1914', '8');
    expect(branches.pair.value).toBeUndefined();
    expect(branches.back()).toBe(0);
  });
});
