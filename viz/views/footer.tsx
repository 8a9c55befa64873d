import { useSignal } from '@preact/signals';
import { version } from '../../package.json';
import { useApp } from '../app/state.ts';
import { Icon } from './glyphs.tsx';

export function Footer() {
  const { story, seed } = useApp();
  return (
    <footer class="colophon">
      <Digest digest={story.value?.replay.digest ?? ''} />
      <span>
        Seed <code>{seed.value}</code>
      </span>
      <span>
        Engine <code>{version}</code>
      </span>
      <span class="promise">Same scenario, seed and choices: same digest, in every browser.</span>
    </footer>
  );
}

function Digest({ digest }: { digest: string }) {
  const copied = useSignal('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(digest);
      copied.value = 'copied';
    } catch {
      // No clipboard here: the digest is selected instead, ready for the person's own copy key.
      const text = document.querySelector('#digest');
      if (text) getSelection()?.selectAllChildren(text);
      copied.value = 'selected';
    }
    setTimeout(() => {
      copied.value = '';
    }, 2_000);
  };
  const label = 'Copy the digest of the run';
  return (
    <span>
      Run <code id="digest">{digest || '················'}</code>
      <button type="button" class="copy" aria-label={label} disabled={!digest} onClick={() => void copy()}>
        <Icon name="copy" />
      </button>
      <span role="status" class="copied">
        {copied.value}
      </span>
    </span>
  );
}
