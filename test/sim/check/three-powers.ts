import { check, faultSentence } from '../../../sim/check/check.ts';

/** Three powers, a treaty, a threat and one of each thing that can be named wrongly. */
export const draft = () => ({
  format: 'foedus-scenario/1',
  id: 'three-powers',
  title: 'Three powers',
  kind: 'laboratory',
  summary: '',
  time: { start: 1900, ticks: 12, ticksPerYear: 4 },
  resources: [{ id: 'navy', name: 'Navy', unit: 'ships' }],
  interests: [{ id: 'sea', name: 'The sea', low: 'open', high: 'closed' }],
  actors: [
    { id: 'us', name: 'We', resources: { navy: 3 }, position: { sea: 0.5 } },
    { id: 'you', name: 'You', resources: { navy: 2 } },
    { id: 'them', name: 'They', resources: { navy: 4 } },
  ],
  dyads: [{ from: 'us', to: 'them', hostility: 0.8 }],
  treaties: [{ id: 'pact', name: 'Pact', purpose: 'defensive', members: ['us', 'you'] }],
  threats: [{ id: 'storm', name: 'Storm', strength: 1, hostility: { us: 0.1 } }],
  shocks: [
    {
      id: 'launch',
      name: 'A fleet is launched',
      family: 'power',
      at: 1901,
      changes: [{ target: { actors: ['us'] }, field: 'resources.navy', operation: 'scale', amount: '1 + p' }],
    },
  ],
  capabilities: [{ resource: 'navy', years: [1900, 1901], values: { them: [4, 5] } }],
  parameters: { p: 0.5 },
  mechanisms: { crisis: [{ name: 'attacks', parameters: {} }] } as Record<string, unknown>,
  history: [
    { id: 'war', kind: 'war', who: ['us', 'them'], from: 1901, to: 1902, source: 'none', confidence: 'estimate' },
  ],
});

/** The sentences about the draft with one value changed; undefined removes it. */
export function faultsWith(path: string, value: unknown): string[] {
  const scenario = draft();
  const steps = path.split('.');
  const last = steps.pop() as string;
  const home = steps.reduce((at, step) => (at as Record<string, unknown>)[step], scenario as unknown);
  (home as Record<string, unknown>)[last] = value;
  const outcome = check(scenario);
  return 'faults' in outcome ? outcome.faults.map(faultSentence) : [];
}

export const scenario = () => {
  const outcome = check(draft());
  if ('faults' in outcome) throw new Error(outcome.faults.map(faultSentence).join('\n'));
  return outcome.value;
};

export const change = (over: object) => [{ ...draft().shocks[0]!.changes[0], ...over }];
