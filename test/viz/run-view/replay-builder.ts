import type { AllianceRecord } from '../../../sim/history/chronicle.ts';
import { ACTOR_SERIES } from '../../../sim/history/series.ts';
import type { Frame, Replay } from '../../../sim/results/replay.ts';
import type { Event } from '../../../sim/world/event.ts';
import type { ScenarioView } from '../../../viz/run-view/localise.ts';

/** A made-up run for tests of the page: nobody computed it, it only looks like one. */
const POWERS: [id: string, name: string, strength: number, longitude: number, latitude: number][] = [
  ['GBR', 'British Empire', 0.22, -0.13, 51.51],
  ['FRA', 'French Republic', 0.104, 2.35, 48.86],
  ['GER', 'German Empire', 0.106, 13.4, 52.52],
  ['AUH', 'Austria-Hungary', 0.049, 16.37, 48.21],
  ['ITA', 'Kingdom of Italy', 0.04, 12.5, 41.9],
  ['RUS', 'Russian Empire', 0.11, 30.32, 59.94],
  ['OTT', 'Ottoman Empire', 0.03, 28.98, 41.01],
  ['SRB', 'Serbia', 0.004, 20.46, 44.82],
  ['ROM', 'Romania', 0.006, 26.1, 44.43],
  ['JPN', 'Empire of Japan', 0.03, 139.69, 35.69],
];

export const TICKS = 144;

export const setting: ScenarioView = {
  id: 'europe',
  title: 'Europe 1879–1914: from Bismarck to Sarajevo',
  summary: 'Ten powers, two camps in the making.',
  kind: 'history',
};

/** id, name, from, to (TICKS: to the end), members as id or id:from or id:from:to. */
const TREATIES: [id: string, name: string, from: number, to: number, members: string][] = [
  ['dual', 'Dual Alliance', -2, TICKS, 'GER AUH'],
  ['cyprus', 'Cyprus Convention', -2, 18, 'GBR OTT'],
  ['emperors', 'League of Three Emperors', 9, 34, 'GER AUH RUS'],
  ['serbian', 'Austro-Serbian Treaty', 9, 64, 'AUH SRB'],
  ['triple', 'Triple Alliance', 13, TICKS, 'GER AUH ITA ROM:19:139'],
  ['mediterranean', 'Mediterranean Agreements', 32, 72, 'GBR ITA AUH:33'],
  ['reinsurance', 'Reinsurance Treaty', 33, 45, 'GER RUS'],
  ['franco', 'Franco-Russian Alliance', 55, TICKS, 'FRA RUS'],
  ['japan', 'Anglo-Japanese Alliance', 92, TICKS, 'GBR JPN'],
  ['entente', 'Triple Entente', 115, TICKS, 'FRA RUS GBR:117 SRB:141'],
  ['balkan', 'Balkan Pact', 133, 138, 'SRB ROM'],
];

const SHOCKS: [tick: number, name: string, who: string][] = [
  [9, 'France takes Tunis', 'FRA ITA'],
  [26, 'Bulgarian crisis', 'AUH RUS'],
  [45, 'Bismarck is dismissed', 'GER'],
  [76, 'First German Navy Law', 'GER GBR'],
  [105, 'The Kaiser at Tangier', 'FRA GER'],
  [119, 'Austria-Hungary annexes Bosnia', 'AUH SRB RUS'],
  [130, 'A gunboat at Agadir', 'GER FRA'],
  [135, 'The Balkan League attacks', 'SRB OTT'],
  [141, 'Murder at Sarajevo', 'AUH SRB'],
];

const records: AllianceRecord[] = TREATIES.map(([id, name, from, to, members]) => {
  const ended = to < TICKS ? to : null;
  const spans = members.split(' ').map((member) => {
    const [actor, entry, exit] = member.split(':');
    return { actor: actor!, from: Number(entry ?? from), to: exit ? Number(exit) : ended };
  });
  return {
    id,
    name,
    purpose: 'defensive',
    obligations: ['defence'],
    founded: from,
    ended,
    largest: spans.map(({ actor }) => actor),
    spans,
  };
});

const why = (score: number): Pick<Event, 'because' | 'score' | 'runnerUp' | 'chance'> => ({
  because: [
    { term: 'threat', value: score * 0.9 },
    { term: 'affinity', value: score * 0.5 },
    { term: 'autonomy', value: -score * 0.6 },
    { term: 'rest', value: score * 0.2 },
  ],
  score,
  runnerUp: { choice: { act: 'wait' }, score: score * 0.7 },
  chance: { probability: 0.64, draw: 0.21 },
});

function eventsOf(): Event[] {
  const events: Event[] = [];
  for (const { id, name, founded, ended, spans } of records) {
    const founders = spans.filter(({ from }) => from === founded).map(({ actor }) => actor);
    if (founded >= 0)
      events.push({
        tick: founded,
        by: 'approaches',
        kind: 'founded',
        alliance: id,
        name,
        who: founders,
        purpose: 'defensive',
        obligations: ['defence'],
        ...why(0.4),
      });
    for (const { actor, from, to } of spans) {
      if (from !== founded)
        events.push({ tick: from, by: 'approaches', kind: 'joined', alliance: id, who: [actor], ...why(0.25) });
      if (to !== null && to !== ended)
        events.push({ tick: to, by: 'exits', kind: 'left', alliance: id, who: [actor], ...why(-0.3) });
    }
    if (ended !== null)
      events.push({ tick: ended, by: 'reviews', kind: 'dissolved', alliance: id, who: [], how: 'lapsed', because: [] });
    for (let tick = Math.max(0, founded) + 20; tick < (ended ?? TICKS); tick += 20)
      events.push({
        tick,
        by: 'reviews',
        kind: 'renewed',
        alliance: id,
        who: spans.map(({ actor }) => actor),
        because: [],
      });
  }
  for (const [tick, name, who] of SHOCKS)
    events.push({ tick, by: 'scheduled', kind: 'shock', shock: 'made-up', name, who: who.split(' '), because: [] });
  events.push({ tick: 142, by: 'attacks', kind: 'attacked', who: ['AUH'], victim: 'SRB', ...why(0.5) });
  events.push({
    tick: 142,
    by: 'honour',
    kind: 'honoured',
    alliance: 'entente',
    who: ['RUS'],
    victim: 'SRB',
    attacker: 'AUH',
    caller: 'SRB',
    clause: 'defence',
    ...why(0.6),
  });
  events.push({
    tick: 142,
    by: 'honour',
    kind: 'reneged',
    alliance: 'triple',
    who: ['ITA'],
    victim: 'AUH',
    attacker: 'SRB',
    caller: 'AUH',
    clause: 'defence',
    ...why(-0.2),
  });
  return events
    .map((event, k) => ({ event, k }))
    .sort((a, b) => a.event.tick - b.event.tick || a.k - b.k)
    .map(({ event }) => event);
}

const wave = (t: number, k: number): number => 0.5 + 0.3 * Math.sin(t / (9 + k) + k) + 0.15 * Math.sin(t / 3 + 2 * k);

export function replay(): Replay {
  const n = POWERS.length;
  const worldNames = ['alliances', 'meanSize', 'membership', 'cohesion'];
  const world = new Float64Array((TICKS + 1) * worldNames.length);
  const actors = new Float32Array((TICKS + 1) * ACTOR_SERIES.length * n);
  for (let s = 0; s <= TICKS; s++) {
    for (let k = 0; k < worldNames.length; k++) world[s * worldNames.length + k] = wave(s, k);
    for (let k = 0; k < ACTOR_SERIES.length; k++)
      for (let i = 0; i < n; i++) {
        const base = k === 0 ? POWERS[i]![2] * 10 : 0.7;
        actors[(s * ACTOR_SERIES.length + k) * n + i] = base * (k === 0 ? 0.85 + 0.3 * wave(s / 4, i) : wave(s, i + k));
      }
  }
  const events = eventsOf();
  return {
    seed: '1',
    interventions: [],
    ticks: TICKS,
    time: { start: 1879, ticksPerYear: 4 },
    actors: POWERS.map(([id, name, , longitude, latitude]) => ({ id, name, location: { longitude, latitude } })),
    threats: [],
    parameters: [],
    view: undefined,
    analysis: undefined,
    says: {},
    digest: '00c0ffee00c0ffee',
    digests: new Uint32Array(2 * TICKS),
    events,
    happened: events.length,
    alliances: records,
    series: { stride: 1, samples: TICKS + 1, worldNames, world, actorNames: ACTOR_SERIES, actors },
  };
}

export function frame(tick: number): Frame {
  const n = POWERS.length;
  const matrix = (shift: number): Float32Array =>
    Float32Array.from({ length: n * n }, (_, k) => wave(tick, (k % n) + ((k / n) | 0) + shift));
  return {
    tick,
    alliances: [],
    trust: matrix(0),
    hostility: matrix(3).map((x) => x / 2),
    affinity: matrix(5),
    resources: new Float64Array(n),
  };
}
