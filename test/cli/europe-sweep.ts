/** The sweep of the acceptance tests: 400 runs of Europe, with facts and figures over time. */
export const EUROPE = {
  format: 'foedus-sweep/1',
  scenario: 'europe-1879-1914',
  vary: [
    { path: 'actors.RUS.loyalty', as: 'loyalty', from: 0.1, to: 0.9, steps: 5 },
    { path: 'mechanisms.realign.moves.parameters.word', as: 'word', values: [0.5, 1.2] },
  ],
  replicates: 40,
  measure: { end: ['cohesion', 'attacks'], facts: true, every: { ticks: 12, names: ['cohesion'] } },
};
