import { parentPort } from 'node:worker_threads';
import { threadPort } from '../threadPort.js';
import { serveAudio } from './serve.js';

if (parentPort === null) throw new Error('Audio is computed on a worker thread.');
serveAudio(threadPort(parentPort));
