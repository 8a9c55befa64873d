import type { Signal } from '@preact/signals';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { usePanels } from '../store/panels.ts';
import { NetworkKey } from './network-key.tsx';
import { hasMap } from './node-positions.ts';

/** What may be added to the network, and what its signs mean. */
export function NetworkTools({ run }: { run: RunView }) {
  const { feuds, map, mapped } = usePanels();
  return (
    <>
      <Switch text={t('network.illWill')} on={feuds.value} to={feuds} />
      {hasMap(run) ? <Switch text={t('network.map')} on={map.value ?? mapped.value} to={map} /> : null}
      <NetworkKey run={run} />
    </>
  );
}

const Switch = ({ text, on, to }: { text: string; on: boolean; to: Signal<boolean> | Signal<boolean | undefined> }) => (
  <label class="switch">
    <input
      type="checkbox"
      checked={on}
      onChange={(event) => {
        to.value = event.currentTarget.checked;
      }}
    />
    {text}
  </label>
);
