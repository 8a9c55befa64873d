import { useSignal } from '@preact/signals';
import type { VaryChoice } from '../../sim/experiment/sweep/choices.ts';
import { t } from '../i18n/index.ts';
import { whole } from '../odds/words.ts';
import { PathField } from './path-field.tsx';
import type { PlanState } from './plan-state.ts';
import { varyWords } from './vary-words.ts';

/** Declared parameters that are offered at once. */
const MOST = 8;

/** Where a person says what else varies: one of the scenario’s declared parameters, or any path. */
export function AddEntry({ plan }: { plan: PlanState }) {
  const typed = useSignal('');
  const choices = plan.choices.value?.vary;
  const taken = new Set(plan.form.value.entries.map(({ path }) => path));
  const source = plan.source.value!;
  const declared = (choices ?? [])
    .filter(({ path }) => path.startsWith('parameters.') && !taken.has(path))
    .slice(0, MOST);
  const add = (choice: VaryChoice | string): void => {
    const path = typeof choice === 'string' ? choice.trim() : choice.path;
    if (path === '') return;
    typed.value = '';
    const known = choices?.find((one) => one.path === path);
    const { key } = plan.add(known);
    if (!known) plan.edit(key, { path });
  };
  return (
    <div class="sweep-add">
      <PathField
        id="sweep-add"
        plan={plan}
        label={t(plan.form.value.entries.length === 0 ? 'sweep.addFirst' : 'sweep.addMore')}
        value={typed.value}
        placeholder={choices ? t('sweep.addHint', { count: whole(choices.length) }) : t('sweep.looking')}
        faults={[]}
        write={(text) => {
          typed.value = text;
        }}
        choose={add}
      />
      {declared.length > 0 ? (
        <p class="sweep-declared">
          <span>{t('sweep.declared')}</span>{' '}
          {declared.map((choice) => (
            <button key={choice.path} type="button" class="plain" onClick={() => add(choice)}>
              {varyWords(choice.path, source) || <code>{choice.path.replace('parameters.', '')}</code>}
            </button>
          ))}
        </p>
      ) : null}
    </div>
  );
}
