/** The one generator of seedrandom that is used: its main file would bring seven others, Math.random and node:crypto with it. */
declare module 'seedrandom/lib/tychei.js' {
  export default function tychei(seed: string): { double(): number };
}
