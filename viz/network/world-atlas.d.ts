// Spelled out, for the compiler would otherwise read half a megabyte to find the type of it.
declare module 'world-atlas/land-50m.json' {
  const land: import('topojson-specification').Topology<{
    land: import('topojson-specification').GeometryCollection;
  }>;
  export default land;
}

declare module 'world-atlas/land-110m.json' {
  export { default } from 'world-atlas/land-50m.json';
}
