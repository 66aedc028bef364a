import { parentPort } from 'node:worker_threads';
import { threadPort } from '../threadPort.js';
import { serveProjection } from './serve.js';

if (parentPort === null) throw new Error('Projections run on a worker thread.');
serveProjection(threadPort(parentPort));
