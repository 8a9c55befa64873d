import type { Fault } from '../../sim/schema/fault.ts';
import { t } from '../i18n/index.ts';
import { inWords } from '../run-view/words.ts';
import { CheckField, FieldFaults, isAt, TextField } from './field.tsx';
import { columnTitle, DISTRIBUTIONS, ENTRY_KINDS, type EntryForm } from './form.ts';
import { PathField } from './path-field.tsx';
import type { PlanState } from './plan-state.ts';
import { startOf } from './start-values.ts';
import { saysOf, varyWords } from './vary-words.ts';

interface CardOf {
  plan: PlanState;
  entry: EntryForm;
  /** Its number among the entries of the sweep; −1 while it names nothing. */
  place: number;
}

/** An example, in the language of formulas. */
const FORMULA = '2 * hostility';

/** Fields of an entry whose faults stand below them. */
const FIELDS = 'path as values from to steps scale expression distribution'.split(' ');
/** The same where its values are those of a file. */
const HEAD = ['path', 'as'];

/** One thing that varies: where it is, what its column is called, and its values. */
export function EntryCard({ plan, entry, place }: CardOf) {
  const { key, path } = entry;
  const at = place < 0 ? '' : `vary[${place}]`;
  const faults = plan.check.verdict.value?.faults ?? [];
  const ofField = (field: string): Fault[] => (at ? faults.filter((fault) => isAt(fault, `${at}.${field}`)) : []);
  const isOfFile = plan.form.value.design === 'points' && entry.kind !== 'expression';
  const others = at
    ? faults.filter(
        (fault) => isAt(fault, at) && !(isOfFile ? HEAD : FIELDS).some((field) => isAt(fault, `${at}.${field}`)),
      )
    : [];
  const edit = (next: Partial<EntryForm>): void => plan.edit(key, next);
  const choice = plan.choices.value?.vary.find((one) => one.path === path.trim());
  const source = plan.source.value!;
  const said = choice ? saysOf(choice, source) : { text: varyWords(path, source), isForeign: false };
  const name = entry.as || path;
  return (
    <li class="sweep-entry" data-path={path}>
      <div class="sweep-entry-head">
        <PathField
          id={`sweep-path-${key}`}
          plan={plan}
          label={t('sweep.path')}
          value={path}
          faults={ofField('path')}
          write={(text) => edit({ path: text })}
          choose={(chosen) => {
            if (typeof chosen !== 'string') edit({ path: chosen.path, ...startOf(chosen) });
          }}
        />
        <TextField
          id={`sweep-as-${key}`}
          label={t('sweep.as')}
          value={entry.as}
          faults={ofField('as')}
          write={(as) => edit({ as })}
        />
        <button
          type="button"
          class="round sweep-remove"
          aria-label={t('sweep.remove', { name })}
          title={t('sweep.remove', { name })}
          onClick={() => plan.remove(key)}
        >
          ✕
        </button>
      </div>
      <p class="sweep-entry-says">
        <span lang={said.isForeign ? 'en' : undefined}>{said.text}</span>
        {choice?.value === undefined ? null : <span> {t('sweep.now', { value: inWords(choice.value) })}</span>}
      </p>
      <fieldset class="segmented sweep-kinds">
        <legend class="unseen">{t('sweep.kind', { name })}</legend>
        {plan.form.value.design === 'points' ? (
          <OfFile entry={entry} edit={edit} />
        ) : (
          ENTRY_KINDS.map((kind) => (
            <button key={kind} type="button" aria-pressed={entry.kind === kind} onClick={() => edit({ kind })}>
              {t(`sweep.kind.${kind}`)}
            </button>
          ))
        )}
      </fieldset>
      {isOfFile ? (
        <p class="sweep-says">{t('sweep.valuesOfFile', { column: columnTitle(entry) })}</p>
      ) : (
        <div class="sweep-values">
          <ValueFields entry={entry} edit={edit} ofField={ofField} />
        </div>
      )}
      <FieldFaults id={`sweep-entry-${key}-wrong`} faults={others} />
    </li>
  );
}

/** Where a file has the points, an entry is a column of it or a formula of others. What it said before stays in its fields. */
function OfFile({ entry: { kind }, edit }: Pick<ValuesOf, 'entry' | 'edit'>) {
  const isFormula = kind === 'expression';
  return (
    <>
      <button
        type="button"
        aria-pressed={!isFormula}
        onClick={() => isFormula && edit({ kind: 'range', from: '0', to: '1' })}
      >
        {t('sweep.kind.file')}
      </button>
      <button type="button" aria-pressed={isFormula} onClick={() => edit({ kind: 'expression' })}>
        {t('sweep.kind.expression')}
      </button>
    </>
  );
}

interface ValuesOf {
  entry: EntryForm;
  edit(next: Partial<EntryForm>): void;
  ofField(field: string): Fault[];
}

function ValueFields({ entry, edit, ofField }: ValuesOf) {
  const { key, kind } = entry;
  const number = (field: 'from' | 'to' | 'steps' | 'mean' | 'sd' | 'mode', label: string, at: string = field) => (
    <TextField
      id={`sweep-${field}-${key}`}
      label={label}
      value={entry[field]}
      faults={ofField(at)}
      write={(value) => edit({ [field]: value })}
      isNumber
    />
  );
  const wholeField = (
    <CheckField
      id={`sweep-whole-${key}`}
      label={t('sweep.whole')}
      isChecked={entry.isWhole ?? false}
      write={(isWhole) => edit({ isWhole: isWhole || undefined })}
    />
  );
  switch (kind) {
    case 'values':
      return (
        <>
          <TextField
            id={`sweep-values-${key}`}
            label={t('sweep.values')}
            value={entry.values}
            placeholder={t('sweep.valuesHint')}
            faults={ofField('values')}
            write={(values) => edit({ values })}
          />
          {entry.isWhole === undefined ? null : wholeField}
        </>
      );
    case 'range':
      return (
        <>
          {number('from', t('sweep.from'))}
          {number('to', t('sweep.to'))}
          {number('steps', t('sweep.steps'))}
          <CheckField
            id={`sweep-log-${key}`}
            label={t('sweep.log')}
            isChecked={entry.scale === 'log'}
            write={(isLog) => edit({ scale: isLog ? 'log' : undefined })}
          />
          {wholeField}
        </>
      );
    case 'distribution':
      return (
        <>
          <span class="sweep-field">
            <label for={`sweep-distribution-${key}`}>{t('sweep.distribution')}</label>
            <select
              id={`sweep-distribution-${key}`}
              value={entry.distribution}
              onChange={(event) => edit({ distribution: event.currentTarget.value as EntryForm['distribution'] })}
            >
              {DISTRIBUTIONS.map((one) => (
                <option key={one} value={one}>
                  {t(`sweep.distribution.${one}`)}
                </option>
              ))}
            </select>
          </span>
          {entry.distribution === 'normal' ? number('mean', t('sweep.mean'), 'distribution.mean') : null}
          {entry.distribution === 'normal' ? number('sd', t('sweep.sd'), 'distribution.sd') : null}
          {number('from', t(entry.distribution === 'normal' ? 'sweep.cutFrom' : 'sweep.from'), 'distribution.from')}
          {entry.distribution === 'triangular' ? number('mode', t('sweep.mode'), 'distribution.mode') : null}
          {number('to', t(entry.distribution === 'normal' ? 'sweep.cutTo' : 'sweep.to'), 'distribution.to')}
          {wholeField}
          <FieldFaults
            id={`sweep-distribution-${key}-wrong`}
            faults={ofField('distribution').filter(({ path }) => path.endsWith('distribution'))}
          />
        </>
      );
    case 'expression':
      return (
        <>
          <TextField
            id={`sweep-expression-${key}`}
            label={t('sweep.expression')}
            value={entry.expression}
            placeholder={FORMULA}
            faults={ofField('expression')}
            write={(expression) => edit({ expression })}
          />
          {wholeField}
        </>
      );
  }
}
