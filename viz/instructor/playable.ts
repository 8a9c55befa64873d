import { catalogue } from '../../scenarios/catalogue.ts';

/** A scenario that a class can play. */
export interface Playable {
  id: string;
  title: string;
  rounds: number;
  /** The whole scenario, where the server does not know it by its id or plays fewer of its rounds. */
  whole: PlayableScenario;
  isOwn: boolean;
}

interface PlayableScenario {
  id: string;
  title: string;
  classroom: { rounds: unknown[] };
}

/** Fewer rounds than this are no game for a class. */
export const FEWEST_ROUNDS = 6;

/** What a file holds, where a class can play it. The server checks it whole; here only what the page itself reads. */
export function playableFrom(whole: unknown, isOwn: boolean): Playable | undefined {
  const { id, title, classroom } = (whole ?? {}) as Partial<PlayableScenario>;
  if (typeof id !== 'string' || typeof title !== 'string' || !Array.isArray(classroom?.rounds)) return undefined;
  return { id, title, rounds: classroom.rounds.length, whole: whole as PlayableScenario, isOwn };
}

/** The scenarios of this program that say how a class plays them. */
export async function playables(): Promise<Playable[]> {
  const histories = catalogue.filter(({ group }) => group === 'histories');
  const loaded = await Promise.all(histories.map((entry) => entry.load()));
  return loaded.flatMap((whole) => playableFrom(whole, false) ?? []);
}

/** What `POST rooms` is sent: the id alone, where the server has all of it. */
export function scenarioAsked({ id, whole, isOwn, rounds: all }: Playable, rounds: number): unknown {
  if (!isOwn && rounds === all) return id;
  return { ...whole, classroom: { ...whole.classroom, rounds: whole.classroom.rounds.slice(0, rounds) } };
}
