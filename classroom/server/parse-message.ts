import {
  EntranceRequest,
  Envelope,
  Heartbeat,
  InstructorRequest,
  MOST_MESSAGE_BYTES,
  StudentRequest,
} from '../protocol/request.ts';

export type Parsed =
  | { kind: 'heartbeat'; seen: boolean }
  | { kind: 'entrance'; id: number; ask: EntranceRequest }
  | { kind: 'student'; id: number; ask: StudentRequest }
  | { kind: 'instructor'; id: number; ask: InstructorRequest }
  | { kind: 'refused'; id: number; why: 'too-large' | 'not-understood'; do: string };

type Asked = Extract<Parsed, { ask: unknown }>;
type Schema = typeof EntranceRequest | typeof StudentRequest | typeof InstructorRequest;
const KINDS: readonly [Asked['kind'], Schema, ReadonlySet<string>][] = (
  [
    ['entrance', EntranceRequest],
    ['student', StudentRequest],
    ['instructor', InstructorRequest],
  ] as const
).map(([kind, schema]) => [kind, schema, new Set<string>(schema.options.map((option) => option.shape.do.value))]);

/** Reads one message of a stranger. */
export function parseMessage(text: string): Parsed {
  if (text.length > MOST_MESSAGE_BYTES) return { kind: 'refused', id: 0, why: 'too-large', do: '' };
  const value = jsonOf(text);
  const heartbeat = Heartbeat.safeParse(value);
  if (heartbeat.success) return { kind: 'heartbeat', seen: heartbeat.data.here.seen };
  const envelope = Envelope.safeParse(value);
  if (!envelope.success) return { kind: 'refused', id: 0, why: 'not-understood', do: '' };
  const { id, ask } = envelope.data;
  const what = typeof ask === 'object' && ask !== null && 'do' in ask ? String(ask.do).slice(0, 30) : '';
  for (const [kind, schema, verbs] of KINDS) {
    if (!verbs.has(what)) continue;
    const outcome = schema.safeParse(ask);
    if (outcome.success) return { kind, id, ask: outcome.data } as Asked;
    return { kind: 'refused', id, why: 'not-understood', do: what };
  }
  return { kind: 'refused', id, why: 'not-understood', do: '' };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
