import type { Alliance } from './alliance.ts';
import { createHash, finishHash, hashText, hashWords } from './digest.ts';
import { RUNGS } from './schema/treaty.ts';
import type { Residue, World } from './world.ts';

/** Numbers gathered here are hashed at once, which is quicker than one by one; it grows to the largest world’s need. */
let gathered = new Float64Array(1024);
let words = new Int32Array(gathered.buffer);
let count = 0;

function put(x: number): void {
  if (count === gathered.length) {
    const larger = new Float64Array(2 * gathered.length);
    larger.set(gathered);
    gathered = larger;
    words = new Int32Array(larger.buffer);
  }
  gathered[count++] = x;
}

/** Digest of the whole state, two words: two worlds are the same iff theirs is. */
export function digest(world: World): [number, number] {
  const hash = createHash();
  hashWords(hash, world.words);
  count = 0;
  put(world.tick);
  put(world.founded);
  for (const value of world.parameters) put(value);
  put(world.alliances.length);
  for (const alliance of world.alliances) putAlliance(alliance);
  for (const residue of world.residues) putResidue(residue);
  hashWords(hash, words.subarray(0, 2 * count));
  for (const id of world.cancelled) hashText(hash, id);
  return finishHash(hash);
}

function putAlliance(alliance: Alliance): void {
  const { clauses } = alliance;
  put(alliance.seal);
  put(alliance.founded);
  put(alliance.leader);
  put(alliance.pool);
  put(alliance.reviewed);
  put(alliance.renewed);
  put(clauses.formality);
  put(clauses.targetRate);
  put(clauses.publicness);
  put(clauses.monitoring);
  put(clauses.communication);
  put(clauses.sanction);
  put(clauses.exitNotice);
  put(alliance.members.length);
  for (const member of alliance.members) {
    put(member.actor);
    put(member.joined);
    put(member.quota);
    put(member.effort);
    put(member.seen);
    put(member.misread);
    put(member.benefit);
    put(member.inequity);
    put(member.leaves);
    put(member.bidden);
  }
  put(alliance.disputes.length);
  for (const { actor, rung, opened } of alliance.disputes) {
    put(actor);
    put(rung === 'exit' ? -1 : RUNGS.indexOf(rung));
    put(opened);
  }
}

function putResidue(residue: Residue): void {
  put(residue.seal);
  put(residue.slot);
  put(residue.amount);
  put(+residue.scaling);
  put(residue.left);
  put(residue.until);
  put(residue.keep);
}
