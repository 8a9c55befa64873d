const GAP = 6;

/** Puts a tip under what it is of, or over it where there is no room, and never over the edge of the window. */
export function placeTip(tip: HTMLElement, of: Element): void {
  const at = of.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(innerWidth - width - GAP, at.left));
  const below = at.bottom + GAP;
  tip.style.left = `${left}px`;
  tip.style.top = `${below + height < innerHeight ? below : Math.max(GAP, at.top - GAP - height)}px`;
}
