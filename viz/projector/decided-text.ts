import type { DecisionRow, SignedTerms } from '../../classroom/protocol/debrief-file.ts';
import { percentText } from '../classroom/figures.ts';
import type { Names } from '../classroom/names.ts';
import type { StudentWords } from '../classroom/words/words.ts';
import type { ProjectorWords } from './words/words.ts';

/** What somebody decided, with its terms: "Germany: sign with Italy. They stay out of each other’s wars." */
export function decidedText(row: DecisionRow, names: Names, game: StudentWords, says: ProjectorWords): string {
  const { actor, terms } = row;
  const sentences = terms ? termsSentences(terms, names, game, says) : [];
  const decided = `${names.actor(actor)}: ${phraseOf(row, names, game)}`;
  return [/[.?!]$/.test(decided) ? decided : `${decided}.`, ...sentences].join(' ');
}

function phraseOf({ act, about, value }: DecisionRow, names: Names, game: StudentWords): string {
  const { choices, decide, language } = game;
  const [first = '', matter, subject = ''] = about.split(' ');
  switch (act) {
    case 'contribute':
      return choices.contribute(percentText(value ?? 0, language), about === '' ? undefined : names.treaty(first));
    case 'join':
    case 'leave':
    case 'stay':
    case 'bear':
      return choices[act](names.treaty(first));
    case 'vote': {
      const { matters } = decide;
      const isKnown = matter !== undefined && Object.hasOwn(matters, matter);
      return choices.vote(
        value === 1,
        matters[isKnown ? (matter as keyof typeof matters) : 'any'](names.actor(subject)),
        names.treaty(first),
      );
    }
    case 'honour':
    case 'renege':
    case 'propose':
      return choices[act](names.actor(first));
    case 'sign':
      return choices.sign(names.list(about.split(' ')));
    default:
      return act;
  }
}

function termsSentences(terms: SignedTerms, names: Names, game: StudentWords, says: ProjectorWords): string[] {
  const { alliance, obligations, clauses, shares } = terms;
  const words = says.debrief.terms;
  const promises = (obligations ?? []).flatMap((promise) => {
    const { promise: known } = game.offers;
    return Object.hasOwn(known, promise) ? known[promise as keyof typeof known] : [];
  });
  const loads = Object.entries(shares).map(([party, share]) =>
    words.carries(names.actor(party), percentText(share, game.language)),
  );
  const others = Object.keys(clauses).filter((clause) => clause !== 'obligations');
  return [
    ...(alliance === null ? [] : [words.of(names.treaty(alliance))]),
    ...promises,
    ...(loads.length === 0 ? [] : [`${game.listOf(loads)}.`]),
    ...(others.length === 0 ? [] : [words.more(others.length)]),
  ];
}
