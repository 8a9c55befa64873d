import { parentPort } from 'node:worker_threads';
import { nodeEndpoint } from './node-endpoint.ts';
import { offer } from './offer.ts';

if (!parentPort) throw new Error('this file is run as a worker');
offer(nodeEndpoint(parentPort));
