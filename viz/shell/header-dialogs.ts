// What the buttons at the top of the page open: small each, so that they come together.

export { ShareDialog } from '../share/share.tsx';
export { Help } from './help.tsx';
