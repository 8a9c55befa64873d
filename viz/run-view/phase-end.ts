import type { PhaseStep } from '../../sim/results/phases.ts';
import type { AllianceView, RunView } from './run-view.ts';

/**
 * The run as it stood after a phase of tick `tick`: at that tick its alliances have the members, and its actors the figures, of
 * that phase. All else is the run's own, so that every picture of the moment can be drawn from it as from the run.
 */
export function runAfterPhase(run: RunView, tick: number, { frame, actors }: PhaseStep): RunView {
  const standing = new Map(frame.alliances.map(({ id, members }) => [id, members.map(({ actor }) => actor)]));
  return {
    ...run,
    alliances: run.alliances.map((alliance) => {
      // An id may be taken again once its bearer is gone: only one that is there about now is meant.
      const near = alliance.from <= tick + 1 && tick <= alliance.to;
      return withMembers(alliance, tick, near ? (standing.get(alliance.id) ?? []) : [], run);
    }),
    replay: { ...run.replay, series: { ...run.replay.series, samples: 1, actors } },
  };
}

function withMembers(alliance: AllianceView, tick: number, ids: readonly string[], run: RunView): AllianceView {
  const members = ids.map((id) => run.indexOf.get(id)).filter((actor) => actor !== undefined);
  if (members.length === 0) return { ...alliance, spans: alliance.spans.flatMap((span) => around(span, tick)) };
  return {
    ...alliance,
    from: Math.min(alliance.from, tick),
    to: Math.max(alliance.to, tick + 1),
    spans: [
      ...alliance.spans.flatMap((span) => around(span, tick)),
      ...members.map((actor) => ({ actor, from: tick, to: tick + 1 })),
    ],
  };
}

type Span = AllianceView['spans'][number];

/** What is left of a span without one tick. */
function around(span: Span, tick: number): Span[] {
  if (tick < span.from || tick >= span.to) return [span];
  return [
    { ...span, to: tick },
    { ...span, from: tick + 1 },
  ].filter(({ from, to }) => from < to);
}
