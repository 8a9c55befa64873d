import type { ComponentChildren } from 'preact';
import type { Story } from '../story/story.ts';
import { dateLabel } from '../story/time.ts';
import { type Draft, type Kind, kindsAt, nextCall, objectsOf, subjectsOf } from '../story/whatif.ts';

interface FieldsOf {
  story: Story;
  tick: number;
  draft: Draft;
  write(change: Partial<Draft>): void;
}

/** The fields of one what-if, read from top to bottom as a sentence: who does what to whom. */
export function Fields(props: FieldsOf) {
  const { story, tick, draft, write } = props;
  const kinds = kindsAt(story, tick);
  const groups = [...new Set(kinds.map(({ group }) => group))];
  return (
    <div class="fields">
      <Choice
        label="What changes"
        id="ask-kind"
        value={draft.kind}
        write={(kind) => write({ kind: kind as Kind, ...startOf(kind as Kind) })}
      >
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {kinds
              .filter((one) => one.group === group)
              .map(({ kind, says }) => (
                <option key={kind} value={kind}>
                  An actor {says}
                </option>
              ))}
          </optgroup>
        ))}
      </Choice>
      <Choice label="Who" id="ask-actor" value={draft.actor} write={(actor) => write({ actor })}>
        <Options of={subjectsOf(story, tick, draft.kind)} />
      </Choice>
      <Partner {...props} />
      <Size {...props} />
    </div>
  );
}

/** A trait's own middle to begin with: what fits one kind is out of place in another. */
const startOf = (kind: Kind): Partial<Draft> => (kind === 'valuation' ? { value: '2' } : { value: '0.2' });

/** The alliance, or the other actor. */
function Partner({ story, tick, draft, write }: FieldsOf) {
  const objects = objectsOf(story, tick, draft.kind, draft.actor);
  if (objects.length === 0) return null;
  const treaty = draft.kind === 'leave' || draft.kind === 'join';
  return (
    <Choice
      label={treaty ? 'Which alliance' : 'With whom'}
      id="ask-object"
      value={treaty ? draft.alliance : draft.other}
      write={(id) => write(treaty ? { alliance: id } : { other: id })}
    >
      <Options of={objects} />
    </Choice>
  );
}

function Size({ story, tick, draft, write }: FieldsOf) {
  switch (draft.kind) {
    case 'contribute':
      return <Figure label="Share of its budget, %" value={draft.share} write={(share) => write({ share })} />;
    case 'honour':
    case 'renege': {
      const call = nextCall(story, draft.actor, tick);
      return call === undefined ? null : <p class="hint">It is called upon at {dateLabel(story.clock, call)}.</p>;
    }
    case 'strength':
      return (
        <>
          <Figure label="Strength times" value={draft.factor} write={(factor) => write({ factor })} />
          <Lasts story={story} draft={draft} write={write} />
        </>
      );
    case 'hostility':
      return (
        <>
          <Figure label="Ill will, 0 to 1" value={draft.level} write={(level) => write({ level })} />
          <Lasts story={story} draft={draft} write={write} />
        </>
      );
    case 'loyalty':
    case 'autonomy':
      return <Figure label="From now on, 0 to 1" value={draft.value} write={(value) => write({ value })} />;
    case 'valuation':
      return <Figure label="From now on, 1 is ordinary" value={draft.value} write={(value) => write({ value })} />;
    default:
      return null;
  }
}

const Lasts = ({ story, draft, write }: Pick<FieldsOf, 'story' | 'draft' | 'write'>) => (
  <Figure
    label={`Lasts, ${story.clock.rounds ? 'rounds' : 'years'}; empty for good`}
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
