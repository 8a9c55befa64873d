import type { Endpoint } from 'comlink';

/** The interface that comlink needs of worker_threads' Worker and parentPort; its own adapter has no types for modules. */
interface NodePort {
  postMessage(message: unknown, transfer?: readonly never[]): void;
  on(type: 'message', listener: (data: unknown) => void): unknown;
  off(type: 'message', listener: (data: unknown) => void): unknown;
}

/** Wraps a port of Node as an endpoint like that of a browser. */
export function nodeEndpoint(port: NodePort): Endpoint {
  const listeners = new WeakMap<object, (data: unknown) => void>();
  return {
    postMessage: (message, transferables) => port.postMessage(message, transferables as readonly never[] | undefined),
    addEventListener(_, listener) {
      const listen = (data: unknown): void => {
        const event = { data } as MessageEvent;
        if ('handleEvent' in listener) listener.handleEvent(event);
        else listener(event);
      };
      port.on('message', listen);
      listeners.set(listener, listen);
    },
    removeEventListener(_, listener) {
      const listen = listeners.get(listener);
      if (listen) port.off('message', listen);
      listeners.delete(listener);
    },
  };
}
