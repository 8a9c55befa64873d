import { decisionKey } from '../schema/decision-slot.ts';
import type { Choice, Intervention } from '../schema/intervention.ts';
import type { Event } from '../world/event.ts';
import { CAUSES, type CauseContext, lookUps } from './causes.ts';

/** How a run goes on without one of its events: forked at this tick, with these interventions and without some of its own. */
export interface WithoutEvent {
  at: number;
  remedy: readonly Intervention[];
  /** Places in the run's own interventions of those that are left out. */
  without: readonly number[];
}

/** What has to be known of a run to take one of its events away. */
export interface RunWithEvent {
  ticks: number;
  ticksPerYear: number;
  events: readonly Event[];
  interventions: readonly Intervention[];
  threats: ReadonlySet<string>;
  /** Of an alliance, at the start of a tick. */
  membersAt(alliance: string, tick: number): string[];
}

/**
 * The change that takes an event away: a shock is called off, an attacker bears its victim no hostility for one tick, who
 * decided decides otherwise, a treaty is cancelled in the tick after it was founded. Undefined for what follows from other events.
 * @param name what a log calls the change, where it is a shock of its own.
 */
export function withoutEvent(event: Event, run: RunWithEvent, name: string): WithoutEvent | undefined {
  const placed = placementOf(event, run.interventions);
  if (placed >= 0) return { at: run.interventions[placed]!.tick, remedy: [], without: [placed] };
  switch (event.kind) {
    case 'attacked':
      return { at: event.tick, remedy: [peace(event, run, name)], without: [] };
    case 'honoured':
      return decided(event, event.who, { act: 'renege', victim: event.victim });
    case 'joined':
      return decided(event, others(event, run), { act: 'vote', alliance: event.alliance, support: false });
    case 'refused':
      if (event.alliance === undefined) return undefined;
      return decided(event, others({ ...event, alliance: event.alliance }, run), {
        act: 'vote',
        alliance: event.alliance,
        support: true,
      });
    case 'founded':
      return cancelled(event, run);
    default:
      return CAUSES.get(event.kind)?.(event, contextOf(event, run))[0];
  }
}

/** The intervention that an event says of, or by which somebody was made to act so; −1 where nobody placed it. */
function placementOf(event: Event, interventions: readonly Intervention[]): number {
  if (event.of !== undefined)
    return interventions.findIndex((placed) => placed.kind === 'decide' && decisionKey(placed) === event.of);
  return interventions.findIndex((placed) => {
    if (placed.tick !== event.tick) return false;
    if (placed.kind === 'decide')
      return event.kind !== 'shock' && placed.choice.act !== 'hold' && event.who.includes(placed.actor);
    if (event.kind !== 'intervention') return false;
    if (placed.kind === 'shock') return event.what === placed.shock.name;
    return event.what === (placed.kind === 'set' ? `${placed.path} = ${placed.value}` : `cancel ${placed.id}`);
  });
}

/** The draw that chose this attacker chooses among those that are left; with no hostility it is none of them. */
function peace(
  { tick, who, victim }: Extract<Event, { kind: 'attacked' }>,
  { interventions, threats, ticksPerYear }: RunWithEvent,
  name: string,
): Intervention {
  const attacker = who[0]!;
  const outside = threats.has(attacker);
  return {
    kind: 'shock',
    tick,
    shock: {
      // Branches of branches are shocks of one run: each has an id of its own.
      id: `what-if-${interventions.length + 1}-${tick}`,
      name,
      family: 'threat',
      expost: false,
      changes: [
        {
          target: outside ? { threats: [attacker] } : { dyads: [{ from: attacker, to: victim }] },
          field: outside ? `hostility.${victim}` : 'hostility',
          operation: 'set',
          amount: 0,
          duration: 1 / ticksPerYear,
          halfLife: 0,
        },
      ],
    },
  };
}

function decided({ tick }: Event, actors: readonly string[], choice: Choice): WithoutEvent | undefined {
  if (actors.length === 0) return undefined;
  return { at: tick, remedy: actors.map((actor) => ({ kind: 'decide', tick, actor, choice })), without: [] };
}

/**
 * Nobody can be kept from founding a treaty; it is over before it comes to bear on anything. Where sides are only a name for what a
 * model computes, there is nothing to cancel.
 */
function cancelled(
  { tick, alliance, by }: Extract<Event, { kind: 'founded' }>,
  { ticks }: RunWithEvent,
): WithoutEvent | undefined {
  const at = tick + 1;
  return by === 'moves' && at < ticks
    ? { at, remedy: [{ kind: 'cancel', tick: at, what: 'treaty', id: alliance }], without: [] }
    : undefined;
}

const others = (event: Event & { alliance: string }, { membersAt }: RunWithEvent): string[] =>
  membersAt(event.alliance, event.tick).filter((id) => !event.who.includes(id));

function contextOf(event: Event, { events, interventions, threats, membersAt }: RunWithEvent): CauseContext {
  const alliance = event.kind === 'split' ? event.from : ('alliance' in event && event.alliance) || '';
  const within = events.filter(({ tick }) => tick === event.tick);
  return {
    alliance,
    from: event.tick,
    ended: event.tick,
    events: within,
    interventions,
    ...lookUps(alliance, within, interventions),
    members: new Set(event.who),
    threats,
    membersAt: (tick) => membersAt(alliance, tick),
  };
}
