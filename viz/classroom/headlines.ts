import type { Happening } from '../../classroom/protocol/state.ts';

/** Kinds of events by how much a class wants to know of them. What stands in none comes last. */
const WEIGHT: readonly (readonly string[])[] = [
  ['attacked', 'fought', 'shock'],
  ['founded', 'dissolved', 'merged', 'split', 'expelled'],
  ['reneged', 'violated', 'honoured'],
  ['joined', 'left', 'notice'],
];

const weightOf = ({ kind }: Happening): number => {
  const at = WEIGHT.findIndex((kinds) => kinds.includes(kind));
  return at < 0 ? WEIGHT.length : at;
};

/** The most telling of what happened, in the order in which it happened. */
export function headlines(news: readonly Happening[], most: number): Happening[] {
  const kept = new Set([...news].sort((a, b) => weightOf(a) - weightOf(b)).slice(0, most));
  return news.filter((happening) => kept.has(happening));
}
