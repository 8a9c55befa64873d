import type { DebriefFile } from '../../classroom/protocol/debrief-file.ts';

/** A file of a room, for whoever has a token of it. @throws {Error} where the server does not give it. */
export async function fetchRoomFile(base: string, code: string, token: string, name: string): Promise<Response> {
  const answer = await fetch(`${base}live/${code}/export/${name}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
}

/** What a game that is over reveals; undefined where it cannot be had. */
export async function fetchDebrief(base: string, code: string, token: string): Promise<DebriefFile | undefined> {
  try {
    return (await (await fetchRoomFile(base, code, token, 'debrief.json')).json()) as DebriefFile;
  } catch {
    return undefined;
  }
}
