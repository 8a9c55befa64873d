import { workerData } from 'node:worker_threads';
import { perform, refuse } from './call.ts';
import type { ThreadData } from './command-thread.ts';

const { call, isTTY }: ThreadData = workerData;
Object.assign(process.stderr, { isTTY });
// Not left to the thread’s end by an error: that could come before what was printed.
await perform(call).catch((error: Error) => refuse(error.message));
