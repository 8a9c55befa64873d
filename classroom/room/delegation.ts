/**
 * What a delegation wants: the view that most of its members hold who have one. Of views that as many hold, the one of the member who
 * came first to the delegation counts, so that the fastest phone has no advantage.
 * @param members in the order in which they came.
 * @param viewOf undefined where a member has none.
 */
export function majorityOf<V>(members: readonly string[], viewOf: (player: string) => V | undefined): V | undefined {
  const held = new Map<string, { view: V; count: number }>();
  for (const member of members) {
    const view = viewOf(member);
    if (view === undefined) continue;
    const key = JSON.stringify(view);
    const known = held.get(key);
    if (known) known.count++;
    else held.set(key, { view, count: 1 });
  }
  let best: { view: V; count: number } | undefined;
  for (const one of held.values()) if (!best || one.count > best.count) best = one;
  return best?.view;
}
