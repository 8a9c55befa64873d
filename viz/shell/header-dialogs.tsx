import { ShareDialog } from '../share/share.tsx';
import { FilesPart } from './files-part.tsx';

// What the buttons at the top of the page open: small each, so that they come together.

export { Help } from './help.tsx';

export const Share = () => <ShareDialog files={(run) => <FilesPart run={run} />} />;
