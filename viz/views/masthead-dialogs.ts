// What the buttons at the top of the page open: small each, so that they come together.
export { Help } from './help.tsx';
export { Share } from './share.tsx';
