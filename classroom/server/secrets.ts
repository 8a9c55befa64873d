import { createHash, createHmac, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { plainPhrase } from '../names/seat-phrase.ts';

/** 128 random bits. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** A whole number below `count`, for names and phrases. Nothing of a run follows from it. */
export const randomBelow = (count: number): number => randomInt(count);

/** The seed of a room: 128 random bits. */
export const newSeed = (): string => randomBytes(16).toString('hex');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The projector's token follows from the instructor's, so that its link can be shown again though only hashes are kept. */
export const projectorToken = (instructor: string): string =>
  createHmac('sha256', instructor).update('projector').digest('base64url').slice(0, 22);

/** In a time that does not tell how much of it agrees. Both are hashes of one length. */
export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Slow on purpose: three words have 33 bits, which a plain hash would give away to whoever has the room's file. @param salt of the room.
 */
export const hashPhrase = (phrase: string, salt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    scrypt(plainPhrase(phrase), salt, 32, { N: 2 ** 12, r: 8, p: 1 }, (error, key) =>
      error ? reject(error) : resolve(key.toString('hex')),
    );
  });

/** Neither 0, O, 1, I nor letters that make words. */
const CODE_LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

export const newCode = (length: number): string =>
  Array.from({ length }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');
