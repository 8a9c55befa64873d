import { hueClass } from '../run-view/hue-class.ts';
import type { PhrasePart } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useSelection } from '../store/selection.ts';

/** Actors stand out, and a treaty bears the letter it has in the pictures; either opens what the page knows of it. */
export function Sentence({ parts, run }: { parts: readonly PhrasePart[]; run: RunView }) {
  return (
    <>
      {parts.map((part, k) => {
        if (part.actor !== undefined) return <ActorName key={k} id={part.actor} text={part.text} run={run} />;
        if (part.alliance !== undefined) return <AllianceName key={k} id={part.alliance} text={part.text} run={run} />;
        return part.text;
      })}
    </>
  );
}

/** A threat from outside has nothing to open. */
function ActorName({ id, text, run }: { id: string; text: string; run: RunView }) {
  const { chosen, pointed } = useSelection();
  const actor = run.indexOf.get(id);
  if (actor === undefined) return <b>{text}</b>;
  return (
    <button
      type="button"
      class="name"
      onClick={() => {
        chosen.value = actor;
      }}
      onPointerEnter={() => {
        pointed.value = actor;
      }}
      onPointerLeave={() => {
        pointed.value = undefined;
      }}
    >
      {text}
    </button>
  );
}

export function AllianceName({ id, text, run }: { id: string; text: string; run: RunView }) {
  const { chosen } = useSelection();
  const alliance = run.alliances.findIndex((one) => one.id === id);
  if (alliance < 0) return <>{text}</>;
  return (
    <button
      type="button"
      class="name treaty-name"
      onClick={() => {
        chosen.value = id;
      }}
    >
      {text}&nbsp;
      <span class={`seal ${hueClass(run, alliance)}`} aria-hidden="true">
        {run.alliances[alliance]!.letter}
      </span>
    </button>
  );
}
