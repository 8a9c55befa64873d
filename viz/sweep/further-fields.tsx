import type { Fault } from '../../sim/schema/fault.ts';
import { t } from '../i18n/index.ts';
import { isAt, TextField } from './field.tsx';
import type { PlanState } from './plan-state.ts';

/** An example, in the language of formulas. */
const CONDITION = 'alliances > 40';

/** What few sweeps need. Open where it holds something. */
export function FurtherFields({ plan }: { plan: PlanState }) {
  const { stop, seconds, runsPerShard } = plan.form.value;
  const faults = plan.check.verdict.value?.faults ?? [];
  const at = (place: string): Fault[] => faults.filter((fault) => isAt(fault, place));
  const isUsed = stop !== '' || seconds !== '' || runsPerShard !== '';
  return (
    <details class="sweep-section sweep-further" open={isUsed}>
      <summary>{t('sweep.further')}</summary>
      <div class="sweep-row">
        <TextField
          id="sweep-stop"
          label={t('sweep.stopWhen')}
          value={stop}
          placeholder={CONDITION}
          faults={at('stop')}
          write={(next) => plan.change({ stop: next })}
        />
        <TextField
          id="sweep-seconds"
          label={t('sweep.seconds')}
          value={seconds}
          faults={at('limits')}
          write={(next) => plan.change({ seconds: next })}
          isNumber
        />
        <TextField
          id="sweep-shard"
          label={t('sweep.runsPerShard')}
          value={runsPerShard}
          faults={at('runsPerShard')}
          write={(next) => plan.change({ runsPerShard: next })}
          isNumber
        />
      </div>
    </details>
  );
}
