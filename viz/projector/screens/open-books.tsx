import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DebriefFile } from '../../../classroom/protocol/message.ts';
import { fetchDebrief } from '../../classroom/fetch-debrief.ts';
import { replayAddress } from '../../classroom/room-address.ts';
import { Books } from '../parts/books.tsx';
import { useFit } from '../use-fit.ts';
import { useWall } from '../use-wall.ts';

/** After the game: its replay, led by the instructor, and beside it what was secret. */
export function OpenBooks() {
  const { room, scene, says } = useWall();
  const file = useSignal<DebriefFile | undefined>(undefined);
  useEffect(() => {
    void fetchDebrief(room.base, scene.code, room.token).then((found) => {
      file.value = found;
    });
  }, [room, scene.code, file]);
  useFit(file.value);
  return (
    <div class="open-books">
      <h1 class="unseen">{says.debrief.title}</h1>
      <LedReplay />
      {file.value && <Books file={file.value} />}
    </div>
  );
}

/** The replay goes where the instructor leads it, without being loaded anew. */
function LedReplay() {
  const { room, scene, state, says } = useWall();
  const frame = useRef<HTMLIFrameElement>(null);
  const address = replayAddress(room.base, scene.code, state.debrief?.tick ?? 0);
  const first = useRef(address);
  useEffect(() => {
    const shown = frame.current?.contentWindow;
    if (shown && shown.location.href !== 'about:blank') shown.location.hash = new URL(address).hash;
  }, [address]);
  return <iframe ref={frame} src={first.current} title={says.debrief.frame} tabIndex={-1} />;
}
