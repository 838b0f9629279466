// Entry of the Web Worker.
import { serve } from './serve.js';

const scope = globalThis as unknown as {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};

serve({
  post: (message, transfer) => scope.postMessage(message, transfer),
  listen: (message) => scope.addEventListener('message', (event) => message(event.data)),
});
