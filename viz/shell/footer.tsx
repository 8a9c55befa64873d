import { useSignal } from '@preact/signals';
import { version } from '../../package.json';
import { TermButton } from '../glossary/term.tsx';
import { t } from '../i18n/index.ts';
import { useRun } from '../store/run.ts';
import { Icon } from '../ui/icons.tsx';

export function Footer() {
  const { shown, seed } = useRun();
  return (
    <footer class="colophon">
      <Digest digest={shown.value?.replay.digest ?? ''} />
      <span>
        <TermButton of="seed">{t('app.seed')}</TermButton> <code>{seed.value}</code>
      </span>
      <span>
        {t('app.engine')} <code>{version}</code>
      </span>
      <span class="promise">{t('app.promise')}</span>
    </footer>
  );
}

function Digest({ digest }: { digest: string }) {
  const copied = useSignal('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(digest);
      copied.value = t('app.copied');
    } catch {
      // No clipboard here: the digest is selected instead, ready for the person's own copy key.
      const text = document.querySelector('#digest');
      if (text) getSelection()?.selectAllChildren(text);
      copied.value = t('app.selected');
    }
    setTimeout(() => {
      copied.value = '';
    }, 2_000);
  };
  return (
    <span>
      <TermButton of="digest">{t('app.run')}</TermButton> <code id="digest">{digest || '················'}</code>
      <button
        type="button"
        class="copy"
        aria-label={t('app.copyDigest')}
        disabled={!digest}
        onClick={() => void copy()}
      >
        <Icon name="copy" />
      </button>
      <span role="status" class="copied">
        {copied.value}
      </span>
    </span>
  );
}
