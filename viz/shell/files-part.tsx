import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { SaveMenuOf } from '../save/menu.tsx';
import { usePlayback } from '../store/playback.ts';
import { useSelection } from '../store/selection.ts';

/** The files that a run can be saved as, and its sheet for paper. What writes them comes when somebody is about to save one. */
export function FilesPart({ run }: { run: RunView }) {
  const slices = { playback: usePlayback(), selection: useSelection() };
  const [menu, setMenu] = useState<{ SaveMenu: FunctionComponent<SaveMenuOf> }>();
  const [failed, fail] = useState(false);
  useEffect(() => {
    import('../save/menu.tsx').then(setMenu, () => fail(true));
  }, []);
  const print = async (): Promise<void> => {
    const { printSheet } = await import('../print/print.tsx');
    printSheet(slices, run);
  };
  if (menu) return <menu.SaveMenu run={run} print={print} />;
  return <p role="status">{failed ? t('app.screenFailed') : ''}</p>;
}
