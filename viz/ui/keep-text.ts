/** A program that puts its text back each time has the last word, in the end. */
const MOST_TIMES = 50;

/**
 * Keeps the texts that the page writes into where they are. A program that translates the page takes them out and puts `<font>`
 * elements in their place, so that dates and names stand still while the run moves on. The page says that it is not to be
 * translated, since it has its own languages; not every program heeds that.
 */
export function keepText(): () => void {
  const times = new WeakMap<Node, number>();
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      const [text] = removedNodes;
      if (text?.nodeType !== Node.TEXT_NODE) continue;
      const font = [addedNodes[0], previousSibling, nextSibling].find((node) => node?.nodeName === 'FONT');
      const before = times.get(text) ?? 0;
      if (!font?.isConnected || before >= MOST_TIMES) continue;
      times.set(text, before + 1);
      font.parentNode!.replaceChild(text, font);
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
