import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { DebriefFile } from '../../../classroom/protocol/debrief-file.ts';
import { fetchDebrief } from '../../classroom/fetch-debrief.ts';
import { type ReplayLink, replayHash } from '../../classroom/replay-link.ts';
import { Books, PredictionBook, PromiseBook, SecretBook } from '../parts/books.tsx';
import { WorldsBook } from '../parts/worlds-book.tsx';
import { useFit } from '../use-fit.ts';
import { useWall } from '../use-wall.ts';

const LARGE = { secrets: SecretBook, promises: PromiseBook, predictions: PredictionBook, worlds: WorldsBook } as const;

/** After the game: its replay, led by the instructor, and what was secret, promised and expected. */
export function OpenBooks() {
  const { room, scene, state, says } = useWall();
  const file = useSignal<DebriefFile | undefined>(undefined);
  const what = state.debrief?.view?.what ?? 'replay';
  // Another world may have ended its last round later than this one.
  const isOfWorlds = what === 'worlds';
  useEffect(() => {
    void fetchDebrief(room.base, scene.code, room.token).then((found) => {
      file.value = found ?? file.peek();
    });
  }, [room, scene.code, file, isOfWorlds]);
  useFit([file.value, state.debrief]);
  const Large = what in LARGE ? LARGE[what as keyof typeof LARGE] : undefined;
  return (
    <div class="open-books">
      <h1 class="unseen">{says.debrief.title}</h1>
      <LedReplay isHidden={Large !== undefined} />
      {file.value && Large && (
        <div class="books large">
          <Large file={file.value} />
        </div>
      )}
      {file.value && what === 'replay' && <Books file={file.value} />}
    </div>
  );
}

/** The replay goes where the instructor leads it, without being loaded anew. */
function LedReplay({ isHidden }: { isHidden: boolean }) {
  const { room, scene, state, says } = useWall();
  const frame = useRef<HTMLIFrameElement>(null);
  const { tick, event, view } = state.debrief ?? { tick: 0, event: null };
  const link: ReplayLink = { code: scene.code, tick, event, view, key: room.token, led: scene.language };
  // The replay takes the key out of its address, perhaps later than the next moment is shown: so each address has it.
  const hash = replayHash(link);
  const first = useRef(room.base + hash);
  useEffect(() => {
    const shown = frame.current?.contentWindow;
    if (shown && shown.location.href !== 'about:blank') shown.location.hash = hash;
  }, [hash]);
  return (
    <div class="replay" hidden={isHidden}>
      <iframe ref={frame} src={first.current} title={says.debrief.frame} tabIndex={-1} />
    </div>
  );
}
