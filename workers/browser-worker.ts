import type { Endpoint } from 'comlink';
import { offer } from './offer.ts';

offer(globalThis as unknown as Endpoint);
