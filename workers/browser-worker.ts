import type { Endpoint } from 'comlink';
import { exposeSession } from './expose-session.ts';

exposeSession(globalThis as unknown as Endpoint);
