import type { ClientLink, LinkEvents } from './link.ts';

/**
 * A connection where WebSockets are blocked: Server-Sent Events one way, POST the other. They are read by `fetch`, since an EventSource
 * connects again by itself and would not say that the connection is another one.
 */
export function streamLink(address: string, { heard, lost }: LinkEvents): ClientLink {
  const ending = new AbortController();
  const { signal } = ending;
  let waiting: string[] = [];
  let connection = '';
  let isSending = false;

  const end = (): void => {
    if (signal.aborted) return;
    ending.abort();
    lost();
  };

  /** One POST at a time, with all that waits, so that messages arrive in their order. */
  async function send(): Promise<void> {
    if (isSending || connection === '') return;
    isSending = true;
    try {
      while (waiting.length > 0) {
        const body = waiting.join('\n');
        waiting = [];
        const { ok } = await fetch(`${address}say?${connection}`, { method: 'POST', body, signal });
        if (!ok) throw new Error('refused');
      }
      isSending = false;
    } catch {
      end();
    }
  }

  function take(event: string): void {
    const data = event
      .split('\n')
      .flatMap((line) => (line.startsWith('data: ') ? [line.slice(6)] : []))
      .join('\n');
    if (data === '' || signal.aborted) return;
    if (connection === '') connection = JSON.parse(data).connection;
    heard(data);
    send();
  }

  async function read(): Promise<void> {
    const { ok, body } = await fetch(`${address}events`, { signal, cache: 'no-store' });
    if (!ok || !body) throw new Error('refused');
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const events = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = events.pop()!;
      events.forEach(take);
    }
  }

  read()
    .catch(() => {})
    .then(end);
  return {
    send(text) {
      waiting.push(text);
      send();
    },
    close: () => ending.abort(),
  };
}
