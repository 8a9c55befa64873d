export type SweepFaultKind =
  /** The browser keeps nothing: a private window, or storage is blocked. The sweep runs, and is lost with the tab. */
  | 'unkept'
  /** No room is left. Finished shards are kept. */
  | 'full'
  /** Another tab runs this sweep. */
  | 'elsewhere'
  /** The sweep is kept no more. */
  | 'erased'
  /** More runs than a page holds: the command runs them. */
  | 'large'
  /** Anything else: `sentence` says it. */
  | 'other';

export interface SweepFault {
  kind: SweepFaultKind;
  /** In English, as the engine and the browser say it. */
  sentence: string;
}

const MARK = 'SweepFault ';

/** An error that keeps its kind when it crosses from a worker: of an error only its name and message do. */
export const sweepError = ({ kind, sentence }: SweepFault): Error =>
  Object.assign(new Error(sentence), { name: MARK + kind });

/** What an error says; one of the browser that means that no room is left is told by its name. */
export function sweepFaultOf(error: unknown): SweepFault {
  const { name = '', message = String(error) } = (error ?? {}) as { name?: string; message?: string };
  if (name.startsWith(MARK)) return { kind: name.slice(MARK.length) as SweepFaultKind, sentence: message };
  if (/^(QuotaExceededError|NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR)$/.test(name))
    return { kind: 'full', sentence: 'the browser has no room left for this page' };
  return { kind: 'other', sentence: message };
}
