import { parentPort } from 'node:worker_threads';
import { offer } from './expose-session.ts';
import { nodeEndpoint } from './node-endpoint.ts';

if (!parentPort) throw new Error('this file is run as a worker');
offer(nodeEndpoint(parentPort));
