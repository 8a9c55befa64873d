import { hostWebWorker } from './host-web-worker.ts';
import type { RemoteSession } from './protocol.ts';
import { superviseSession } from './supervised-session.ts';
import type { HostedWorker } from './worker-connection.ts';

export const hostBrowserWorker = (): HostedWorker =>
  hostWebWorker(new Worker(new URL('./browser-worker.ts', import.meta.url), { type: 'module' }));

/** A session in a web worker of this page. */
export const openBrowserSession = (): RemoteSession => superviseSession(hostBrowserWorker);
