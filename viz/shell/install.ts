import { signal } from '@preact/signals';

/** Takes the new version of the app that waits, by reloading the page; undefined while none waits. */
export const waitingUpdate = signal<(() => void) | undefined>(undefined);

/**
 * Keeps the app on this computer, so that it starts without a network. A new version waits until a person asks for it or all
 * pages of the old one are closed: a class is never reloaded. Does nothing where a browser keeps no apps, as for a file.
 */
export async function installApp(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext || !location.protocol.startsWith('http')) return;
  const container = navigator.serviceWorker;
  const registration = await container.register(new URL('sw.js', document.baseURI));
  const offer = (): void => {
    const { waiting: next } = registration;
    // The first one ever has no old version to take the place of.
    if (!next || !container.controller) return;
    waitingUpdate.value = () => {
      container.addEventListener('controllerchange', () => location.reload(), { once: true });
      next.postMessage({ type: 'SKIP_WAITING' });
    };
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}
