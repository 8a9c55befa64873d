import type { LinkFault } from './link-text.ts';

const SENTENCES: Readonly<Record<LinkFault['kind'], (piece: string) => string>> = {
  noRun: () => 'it names no run: expected "#s=SCENARIO&seed=SEED" or "#~1.…" at its end',
  twoLinks: () => 'there are two links in it: give one of them',
  unknownPart: (piece) => `it has a part ${piece} that links do not have`,
  partTwice: (piece) => `it says ${piece} twice`,
  badPart: (piece) => `its part ${piece} cannot be read`,
  badEscape: (piece) => `it is damaged: ${piece} ends or breaks within an escape such as %2E`,
  encodedTwice: (piece) => `its seed ${piece} was percent-encoded more often than the rest of it`,
  shortened: (piece) => `it was cut short: it ends in ${piece}`,
  moreText: (piece) => `other text follows its seed: ${piece}`,
  unclearEnd: (piece) => `its seed ${piece} has signs that may not belong to the link`,
};

/** A fault of a link as a sentence. */
export const linkFaultSentence = ({ kind, piece }: LinkFault): string =>
  `This link cannot be opened: ${SENTENCES[kind](JSON.stringify(piece))}.`;
