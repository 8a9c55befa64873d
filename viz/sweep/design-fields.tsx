import type { Fault } from '../../sim/schema/fault.ts';
import { t } from '../i18n/index.ts';
import { whole } from '../odds/words.ts';
import { CheckField, FieldFaults, isAt, TextField } from './field.tsx';
import type { DesignKind } from './form.ts';
import type { PlanState } from './plan-state.ts';
import { PointsFields } from './points-fields.tsx';

const DESIGNS: readonly DesignKind[] = ['full', 'lhs', 'sobol', 'random', 'saltelli', 'morris', 'points'];
/** Designs whose size is a power of two: it is chosen, and cannot be mistyped. */
const POWERS: readonly DesignKind[] = ['sobol', 'saltelli'];
const SIZES = Array.from({ length: 14 }, (_, k) => String(2 ** (k + 1)));

/** Which combinations are run, and how often each. */
export function DesignFields({ plan }: { plan: PlanState }) {
  const form = plan.form.value;
  const { design } = form;
  const faults = plan.check.verdict.value?.faults ?? [];
  const at = (place: string): Fault[] => faults.filter((fault) => isAt(fault, place));
  const choose = (kind: DesignKind): void => {
    const isPower = POWERS.includes(kind) && !SIZES.includes(form.size);
    plan.change({
      design: kind,
      ...(isPower && { size: '64' }),
      ...(kind === 'saltelli' && { replicates: '1', isCommon: true }),
    });
  };
  return (
    <section class="sweep-section" aria-labelledby="sweep-design-title">
      <h3 id="sweep-design-title">{t('sweep.design')}</h3>
      <div class="sweep-row">
        <span class="sweep-field">
          <label for="sweep-design">{t('sweep.combinations')}</label>
          <select
            id="sweep-design"
            value={design}
            aria-describedby="sweep-design-says"
            onChange={(event) => choose(event.currentTarget.value as DesignKind)}
          >
            {DESIGNS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`sweep.design.${kind}`)}
              </option>
            ))}
          </select>
        </span>
        {design === 'full' || design === 'points' ? null : (
          <Size plan={plan} faults={at('design.size')} isPower={POWERS.includes(design)} />
        )}
        {design === 'morris' ? (
          <TextField
            id="sweep-levels"
            label={t('sweep.levels')}
            value={form.levels}
            faults={at('design.levels')}
            write={(levels) => plan.change({ levels })}
            isNumber
          />
        ) : null}
        <TextField
          id="sweep-replicates"
          label={t('sweep.replicates')}
          value={form.replicates}
          faults={at('replicates')}
          write={(replicates) => plan.change({ replicates })}
          isNumber
        />
        <TextField
          id="sweep-seed"
          label={t('sweep.firstSeed')}
          value={form.seed}
          faults={at('seed')}
          write={(seed) => plan.change({ seed })}
          isNumber
        />
      </div>
      <p class="sweep-says" id="sweep-design-says">
        {t(`sweep.designSays.${design}`)}
      </p>
      {design === 'points' ? (
        <PointsFields plan={plan} />
      ) : (
        <FieldFaults
          id="sweep-design-wrong"
          faults={at('design').filter(({ path }) => !/^design\.(size|levels)/.test(path))}
        />
      )}
      <CheckField
        id="sweep-common"
        label={t('sweep.common')}
        isChecked={form.isCommon}
        isDisabled={design === 'saltelli'}
        write={(isCommon) => plan.change({ isCommon })}
      />
      <FieldFaults id="sweep-common-wrong" faults={at('commonRandomNumbers')} />
    </section>
  );
}

function Size({ plan, faults, isPower }: { plan: PlanState; faults: readonly Fault[]; isPower: boolean }) {
  const { size, design } = plan.form.value;
  const label = t(design === 'saltelli' ? 'sweep.baseSize' : design === 'morris' ? 'sweep.trajectories' : 'sweep.size');
  const write = (next: string): void => plan.change({ size: next });
  if (!isPower || !SIZES.includes(size))
    return <TextField id="sweep-size" label={label} value={size} faults={faults} write={write} isNumber />;
  return (
    <span class="sweep-field number">
      <label for="sweep-size">{label}</label>
      <select id="sweep-size" value={size} onChange={(event) => write(event.currentTarget.value)}>
        {SIZES.map((one) => (
          <option key={one} value={one}>
            {whole(Number(one))}
          </option>
        ))}
      </select>
      <FieldFaults id="sweep-size-wrong" faults={faults} />
    </span>
  );
}
