import { parentPort } from 'node:worker_threads';
import { exposeSession } from './expose-session.ts';
import { exposedSweep } from './expose-sweep.ts';
import { nodeEndpoint } from './node-endpoint.ts';

if (!parentPort) throw new Error('this file is run as a worker');
const endpoint = nodeEndpoint(parentPort);
exposeSession(endpoint, exposedSweep());
