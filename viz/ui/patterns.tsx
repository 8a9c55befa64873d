/** Hatchings by colour, for eyes that do not tell the colours apart and for printers that have none. */
const TILES: [size: number, path: string][] = [
  [7, 'M-1 1 1 -1M0 7 7 0M6 8 8 6'],
  [7, 'M-1 6 1 8M0 0 7 7M6 -1 8 1'],
  [6, 'M3 0V6'],
  [6, 'M0 3H6'],
  [7, 'M0 0 7 7M0 7 7 0'],
  [6, 'M2.4 3a.6.6 0 1 0 1.2 0a.6.6 0 1 0 -1.2 0'],
  [8, 'M0 3Q2 0 4 3T8 3'],
];

export function Patterns() {
  return (
    <svg class="unseen" aria-hidden="true" width="0" height="0">
      <defs>
        {TILES.map(([size, path], hue) => (
          <pattern
            key={path}
            id={`weft-hue-${hue}`}
            class={`hue-${hue}`}
            width={size}
            height={size}
            patternUnits="userSpaceOnUse"
          >
            <path class="tile" d={path} />
          </pattern>
        ))}
        <pattern id="weft-hue-grey" class="hue-grey" width="8" height="8" patternUnits="userSpaceOnUse" />
      </defs>
    </svg>
  );
}
