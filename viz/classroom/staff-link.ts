/** What a link of the instructor or of the projector says: `…#CODE.TOKEN`. Undefined where it says neither. */
export function staffLinkIn(hash: string): { code: string; token: string } | undefined {
  const [, code, token] = /^#([A-Z2-9]{4,5})\.([A-Za-z0-9_-]{22,64})$/.exec(hash) ?? [];
  return code !== undefined && token !== undefined ? { code, token } : undefined;
}

/** The part behind the page's address. The server sees none of it until the page says it. */
export const staffHash = (code: string, token: string): string => `#${code}.${token}`;
