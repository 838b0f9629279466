// Entry of the worker thread in Node.
import { parentPort } from 'node:worker_threads';
import { serve } from './serve.js';

if (!parentPort) throw new Error('worker.node.js runs as a worker thread only');
const port = parentPort;

serve({
  post: (message, transfer) => port.postMessage(message, transfer),
  listen: (message) => void port.on('message', message),
});
