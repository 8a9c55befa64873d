/** Letters and digits of a code, as somebody types them: small ones and blanks are forgiven. */
export const tidyCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 5);

export const isCode = (code: string): boolean => /^[A-Z2-9]{4,5}$/.test(code);

/** The room that an address names: `…/play?ABCD`, as a QR code says it, or `…/play#ABCD`. Undefined where it names none. */
export function codeIn({ hash, search }: { hash: string; search: string }): string | undefined {
  const named = hash.slice(1) || search.slice(1);
  const code = tidyCode(named);
  return isCode(code) ? code : undefined;
}

/** The folder in which the pages of the server lie, with its slash. */
export const baseOf = (href: string): string => new URL('.', href).href;
