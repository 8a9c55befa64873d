import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ENGINE } from '../../sim/engine/version.ts';
import type { KeptSweep } from '../../workers/sweep-service.ts';
import { calendar, t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { whole } from '../odds/words.ts';
import { canOpenFolders } from './folders.ts';
import type { SweepState } from './sweep-state.ts';
import { bytesText, sweepFaultText } from './words.ts';

/** The sweeps that this browser keeps, and the way to those that the command made. */
export function KeptPart({ sweep }: { sweep: SweepState }) {
  const { list, fault } = sweep.sweeps;
  useEffect(() => void sweep.attempt(() => sweep.sweeps.refresh()), []);
  return (
    <div class="sweep-kept">
      <p class="sweep-says">{t('sweep.keptSays')}</p>
      <Bring sweep={sweep} />
      {fault.value ? (
        <p class="fault" role="alert">
          {sweepFaultText(fault.value)}
        </p>
      ) : null}
      {list.value.length === 0 ? <p class="sweep-none">{t('sweep.noneKept')}</p> : null}
      <ul class="sweep-kept-list">
        {list.value.map((kept) => (
          <Row key={kept.key} sweep={sweep} kept={kept} />
        ))}
      </ul>
    </div>
  );
}

function Bring({ sweep }: { sweep: SweepState }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <p class="sweep-tools">
      {canOpenFolders() ? (
        <button
          type="button"
          class="plain"
          id="sweep-bring-folder"
          onClick={() =>
            void sweep.attempt(async () => {
              const job = await sweep.sweeps.bringFolder();
              if (job) sweep.show(job);
            })
          }
        >
          {t('sweep.bringFolder')}
        </button>
      ) : null}
      <button type="button" class="plain" id="sweep-bring" onClick={() => field.current?.click()}>
        {t('sweep.bringFiles')}
      </button>
      <input
        ref={field}
        id="sweep-bring-field"
        type="file"
        accept=".json,.parquet,.pq,.zip"
        multiple
        hidden
        aria-label={t('sweep.bringFiles')}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])].map((file) => ({ path: file.name, content: file as Blob }));
          void sweep
            .attempt(async () => {
              if (files.length > 0) sweep.show(await sweep.sweeps.bring(files));
            })
            .finally(() => (input.value = ''));
        }}
      />
    </p>
  );
}

function Row({ sweep, kept }: { sweep: SweepState; kept: KeptSweep }) {
  const asking = useSignal(false);
  const { key, title, runs, finished, bytes, changed, engine, varied } = kept;
  const name = scenarioText(title);
  return (
    <li class="sweep-kept-row" data-key={key}>
      <div class="sweep-kept-name">
        <h3>{name}</h3>
        {varied.length > 0 ? <p>{t('sweep.keptVaries', { names: varied.join(', ') })}</p> : null}
        <p class="sweep-says">
          {t('sweep.keptRuns', { finished: whole(finished), runs: whole(runs), size: bytesText(bytes) })} ·{' '}
          {calendar({ dateStyle: 'medium', timeStyle: 'short' }).format(changed)}
          {engine === ENGINE ? '' : ` · ${t('sweep.otherEngine', { engine })}`}
        </p>
      </div>
      {asking.value ? (
        <div class="sweep-tools">
          <span>{t('sweep.eraseAsk')}</span>
          <button type="button" class="plain" data-act="erase-yes" onClick={() => void sweep.erase(key)}>
            {t('sweep.eraseYes')}
          </button>
          <button type="button" class="plain" onClick={() => (asking.value = false)}>
            {t('sweep.eraseNo')}
          </button>
        </div>
      ) : (
        <div class="sweep-tools">
          <button
            type="button"
            class="plain"
            data-act="open"
            aria-label={`${t('sweep.openKept')}: ${name}`}
            onClick={() => void sweep.open(key)}
          >
            {t('sweep.openKept')}
          </button>
          <button
            type="button"
            class="plain"
            data-act="erase"
            aria-label={`${t('sweep.erase')}: ${name}`}
            onClick={() => (asking.value = true)}
          >
            {t('sweep.erase')}
          </button>
        </div>
      )}
    </li>
  );
}
