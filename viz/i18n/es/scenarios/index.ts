import classicsA from './classics-a.json';
import classicsB from './classics-b.json';
import histories from './histories.json';
import historiesB from './histories-b.json';
import labels from './labels.json';

/** Texts of the bundled scenarios in Spanish, by the English that stands in their files. */
export const spanishScenarioTexts: Readonly<Record<string, string>> = {
  // What an analysis calls its figures, spelt out, and what the engine calls groups; a scenario’s own words come after.
  ...labels,
  ...histories,
  ...historiesB,
  ...classicsA,
  ...classicsB,
  // Actors that a blueprint numbers.
  Actor: 'Actor',
  Voter: 'Votante',
  User: 'Usuario',
  Party: 'Partido',
  Player: 'Jugador',
  Member: 'Miembro',
  Country: 'País',
  Firm: 'Empresa',
  Left: 'Izquierdo',
  Right: 'Derecho',
  Creditor: 'Acreedor',
  Subject: 'Sujeto',
};
