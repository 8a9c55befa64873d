import type { Endpoint } from 'comlink';
import { offer } from './expose-session.ts';

offer(globalThis as unknown as Endpoint);
