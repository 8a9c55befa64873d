import type { ComponentChildren } from 'preact';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import {
  hasActor,
  isAboutTreaty,
  kindsAt,
  nextCall,
  objectsOf,
  shocksFrom,
  subjectsOf,
  type WhatIfDraft,
  type WhatIfKind,
} from '../run-view/what-if.ts';

interface FieldsOf {
  run: RunView;
  tick: number;
  draft: WhatIfDraft;
  /** Which change of its branch it is, from 0 on. */
  nth: number;
  write(change: Partial<WhatIfDraft>): void;
}

/** The fields of one what-if, read from top to bottom as a sentence: who does what to whom. */
export function BranchFields(props: FieldsOf) {
  const { run, tick, draft, nth, write } = props;
  const kinds = kindsAt(run, tick);
  const groups = [...new Set(kinds.map(({ group }) => group))];
  return (
    <div class="fields">
      <Choice
        label={t('branch.whatChanges')}
        id={idOf('ask-kind', nth)}
        value={draft.kind}
        write={(kind) => write({ kind: kind as WhatIfKind, ...startOf(kind as WhatIfKind) })}
      >
        {groups.map((group) => (
          <optgroup key={group} label={t(`branch.group.${group}`)}>
            {kinds
              .filter((one) => one.group === group)
              .map(({ kind }) => (
                <option key={kind} value={kind}>
                  {t(`branch.kind.${kind}`)}
                </option>
              ))}
          </optgroup>
        ))}
      </Choice>
      {hasActor(draft.kind) ? (
        <Choice
          label={t('branch.who')}
          id={idOf('ask-actor', nth)}
          value={draft.actor}
          write={(actor) => write({ actor })}
        >
          <Options of={subjectsOf(run, tick, draft.kind)} />
        </Choice>
      ) : null}
      <Partner {...props} />
      <Size {...props} />
    </div>
  );
}

/** The first change bears the bare name. */
const idOf = (name: string, nth: number): string => (nth === 0 ? name : `${name}-${nth + 1}`);

/** A trait's own middle to begin with: what fits one kind is out of place in another. */
const startOf = (kind: WhatIfKind): Partial<WhatIfDraft> => ({
  value: kind === 'valuation' ? '2' : kind === 'parameter' ? '0' : '0.2',
});

/** The alliance, the other actor, the shock or the parameter. */
function Partner({ run, tick, draft, nth, write }: FieldsOf) {
  const objects = objectsOf(run, tick, draft.kind, draft.actor);
  if (objects.length === 0) return null;
  const treaty = isAboutTreaty(draft.kind);
  return (
    <Choice
      label={t(treaty ? 'branch.whichAlliance' : (ABOUT[draft.kind] ?? 'branch.withWhom'))}
      id={idOf('ask-object', nth)}
      value={treaty ? draft.alliance : draft.other}
      write={(id) => write(treaty ? { alliance: id } : { other: id })}
    >
      <Options of={draft.kind === 'avert' ? dated(run, tick) : objects} />
    </Choice>
  );
}

const ABOUT: Partial<Record<WhatIfKind, 'branch.whichShock' | 'branch.whichParameter'>> = {
  avert: 'branch.whichShock',
  parameter: 'branch.whichParameter',
};

/** Shocks are known by when they come, too. */
const dated = (run: RunView, tick: number): { id: string; name: string }[] =>
  shocksFrom(run, tick).map(({ id, name, tick: at }) => ({
    id,
    name: t('branch.shockAt', { name, date: dateLabel(run.clock, at) }),
  }));

function Size({ run, tick, draft, write }: FieldsOf) {
  switch (draft.kind) {
    case 'contribute':
      return <Figure label={t('branch.shareField')} value={draft.share} write={(share) => write({ share })} />;
    case 'honour':
    case 'renege': {
      const call = nextCall(run, draft.actor, tick);
      return call === undefined ? null : (
        <p class="remark">{t('branch.calledAt', { date: dateLabel(run.clock, call) })}</p>
      );
    }
    case 'strength':
      return (
        <>
          <Figure label={t('branch.strengthField')} value={draft.factor} write={(factor) => write({ factor })} />
          <Lasts run={run} draft={draft} write={write} />
        </>
      );
    case 'hostility':
      return (
        <>
          <Figure label={t('branch.illWillField')} value={draft.level} write={(level) => write({ level })} />
          <Lasts run={run} draft={draft} write={write} />
        </>
      );
    case 'loyalty':
    case 'autonomy':
      return <Figure label={t('branch.unitField')} value={draft.value} write={(value) => write({ value })} />;
    case 'valuation':
      return <Figure label={t('branch.valuationField')} value={draft.value} write={(value) => write({ value })} />;
    case 'parameter':
      return <Figure label={t('branch.valueField')} value={draft.value} write={(value) => write({ value })} />;
    default:
      return null;
  }
}

const Lasts = ({ run, draft, write }: Pick<FieldsOf, 'run' | 'draft' | 'write'>) => (
  <Figure
    label={t('branch.lasts', { unit: run.clock.rounds ? 'rounds' : 'years' })}
    value={draft.lasts}
    write={(lasts) => write({ lasts })}
  />
);

interface FieldOf {
  label: string;
  value: string;
  write(value: string): void;
}

const Figure = ({ label, value, write }: FieldOf) => (
  <label>
    <span class="caption">{label}</span>
    <input
      value={value}
      inputMode="decimal"
      maxLength={12}
      autocomplete="off"
      onInput={(event) => write(event.currentTarget.value)}
    />
  </label>
);

const Choice = ({ label, id, value, write, children }: FieldOf & { id: string; children: ComponentChildren }) => (
  <label>
    <span class="caption">{label}</span>
    <select id={id} value={value} onChange={(event) => write(event.currentTarget.value)}>
      {children}
    </select>
  </label>
);

const Options = ({ of }: { of: readonly { id: string; name: string }[] }) => (
  <>
    {of.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </>
);
