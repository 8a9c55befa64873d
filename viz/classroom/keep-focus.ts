/**
 * Keeps the focus in the page when the thing that had it goes: without it a keyboard would start again from the top, and a screen reader
 * would say nothing. The heading, which says what is to be done now, takes it.
 */
export function keepFocus(page: HTMLElement): void {
  let last: Element | null = null;
  page.addEventListener('focusin', ({ target }) => {
    last = target as Element;
  });
  page.addEventListener('focusout', ({ relatedTarget }) => {
    // A person who leaves by themselves leaves a thing that is still there.
    if (relatedTarget === null && last?.isConnected) queueMicrotask(() => last?.isConnected && (last = null));
  });
  new MutationObserver(() => {
    if (last && !last.isConnected && (document.activeElement === document.body || !document.activeElement)) {
      last = null;
      page.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
  }).observe(page, { childList: true, subtree: true });
}
