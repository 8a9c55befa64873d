/**
 * `map`, item by item. What `map` returns has one internal kind until the engine compiles its caller and another afterwards, and then all
 * code that reads such lists is discarded and compiled again.
 */
export function mapPacked<From, To>(items: readonly From[], make: (item: From) => To): To[] {
  const made: To[] = [];
  for (const item of items) made.push(make(item));
  return made;
}
