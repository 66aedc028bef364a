import { parentPort } from 'node:worker_threads';
import { threadPort } from '../threadPort.js';
import { serveChecker } from './serve.js';

if (parentPort === null) throw new Error('The checker runs on a worker thread.');
serveChecker(threadPort(parentPort));
