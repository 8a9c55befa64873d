import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Which names and origins a server answers to. */
export interface OriginRule {
  /** Whether a request names this server: a page of another name that leads here is not ours (DNS rebinding). */
  isOurs(host: string | undefined): boolean;
  /** Whether a page of this origin may speak to it. Programs send none. */
  mayAsk(origin: string | undefined, host: string | undefined): boolean;
}

/** @param behind address under which a proxy serves it. @param isLocal whether only this computer reaches it. */
export function originRule({ behind, isLocal }: { behind?: URL | undefined; isLocal: boolean }): OriginRule {
  const own = hostname().toLowerCase();
  const names = new Set(['localhost', ...(isLocal ? [] : [own, `${own}.local`])]);
  const isOurs = (host: string | undefined): boolean => {
    const name = nameOf(host);
    if (name === undefined) return false;
    if (behind && name === behind.hostname) return true;
    const address = name.replace(/^\[|\]$/g, '');
    if (isIP(address) !== 0) return !isLocal || address === '::1' || address.startsWith('127.');
    return names.has(name);
  };
  return {
    isOurs,
    mayAsk(origin, host) {
      if (origin === undefined) return true;
      if (behind && origin === behind.origin) return true;
      try {
        return new URL(origin).host === host;
      } catch {
        return false;
      }
    },
  };
}

function nameOf(host: string | undefined): string | undefined {
  try {
    return host === undefined ? undefined : new URL(`http://${host}`).hostname.toLowerCase();
  } catch {
    return undefined;
  }
}
