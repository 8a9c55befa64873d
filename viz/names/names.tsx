import type { Part } from '../run-view/phrase.ts';
import type { Story } from '../run-view/run-view.ts';
import { useApp } from '../store/state.ts';
import { hueClass } from '../storyline/storyline-lines.tsx';

/** Actors stand out, and a treaty bears the letter it has in the pictures; either opens what the page knows of it. */
export function Sentence({ parts, story }: { parts: readonly Part[]; story: Story }) {
  return (
    <>
      {parts.map((part, k) => {
        if (part.actor !== undefined) return <ActorName key={k} id={part.actor} text={part.text} story={story} />;
        if (part.alliance !== undefined)
          return <AllianceName key={k} id={part.alliance} text={part.text} story={story} />;
        return part.text;
      })}
    </>
  );
}

/** A threat from outside has nothing to open. */
function ActorName({ id, text, story }: { id: string; text: string; story: Story }) {
  const { chosen, pointed } = useApp();
  const actor = story.indexOf.get(id);
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

export function AllianceName({ id, text, story }: { id: string; text: string; story: Story }) {
  const { chosen } = useApp();
  const alliance = story.alliances.findIndex((one) => one.id === id);
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
      <span class={`seal ${hueClass(story, alliance)}`} aria-hidden="true">
        {story.alliances[alliance]!.letter}
      </span>
    </button>
  );
}
