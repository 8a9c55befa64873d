import { RateLimiterMemory } from 'rate-limiter-flexible';

// Behind a proxy a whole class has one address, so no limit counts by address. The library keeps windows and forgets old keys by itself.

/** Messages of one connection: more than fingers send, and a burst when it comes back. */
const MESSAGES = { points: 60, duration: 3 };
/** Wrong phrases and tokens: of one connection, and of all in a room. Three words have 2³³ forms. */
const GUESSES = { points: 5, duration: 60 };
const GUESSES_OF_ROOM = { points: 120, duration: 60 };
/** Previews that a connection asks for: each costs the engine some work. */
const PRICES = { points: 30, duration: 10 };

export interface Limits {
  /** Resolves to whether one more is allowed. */
  message(connection: string): Promise<boolean>;
  price(connection: string): Promise<boolean>;
  mayGuess(connection: string, room: string): Promise<boolean>;
  guessedWrongly(connection: string, room: string): Promise<void>;
}

/** @param points messages of one connection, where they are to be more than any class needs: a test that floods the judge. */
export function createLimits(points = MESSAGES.points): Limits {
  const messages = new RateLimiterMemory({ ...MESSAGES, points });
  const guesses = new RateLimiterMemory(GUESSES);
  const guessesOfRoom = new RateLimiterMemory(GUESSES_OF_ROOM);
  const prices = new RateLimiterMemory(PRICES);
  const allowed = (limiter: RateLimiterMemory, key: string): Promise<boolean> =>
    limiter.consume(key).then(
      () => true,
      () => false,
    );
  const isBelow = async (limiter: RateLimiterMemory, key: string): Promise<boolean> => {
    const state = await limiter.get(key);
    return state === null || state.remainingPoints > 0;
  };
  return {
    message: (connection) => allowed(messages, connection),
    price: (connection) => allowed(prices, connection),
    mayGuess: async (connection, room) => (await isBelow(guesses, connection)) && (await isBelow(guessesOfRoom, room)),
    async guessedWrongly(connection, room) {
      await allowed(guesses, connection);
      await allowed(guessesOfRoom, room);
    },
  };
}
