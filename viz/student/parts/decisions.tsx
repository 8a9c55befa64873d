import type { Choice } from '../../../sim/schema/intervention.ts';
import { answerText, questionText } from '../choice-words.ts';
import { groupOptions, type OptionGroup } from '../option-groups.ts';
import { wished } from '../room.ts';
import { isSameChoice } from '../same-choice.ts';
import { useGame } from '../use-room.ts';
import { PriceView, UnitNote } from './price-view.tsx';

/** What an actor may decide in this round, question by question. */
export function DecisionList() {
  const { state, says } = useGame();
  const groups = groupOptions(state.options);
  if (groups.length === 0 && state.partners.length === 0 && state.offers.length === 0)
    return <p class="note">{says.decide.none}</p>;
  return (
    <>
      {groups.map((group) => (
        <Question key={group.slot} group={group} />
      ))}
      <UnitNote prices={groups.flatMap(({ options }) => options.map(({ price }) => price))} />
    </>
  );
}

function Question({ group: { slot, about, options, canBeOpen } }: { group: OptionGroup }) {
  const { room, state, names, says } = useGame();
  const key = `decide ${slot}`;
  const chosen = wished<Choice | null>(room, key, state.chosen[slot] ?? null);
  const choose = (choice: Choice | null) =>
    void room.ask({ do: 'decide', round: state.round, slot, choice }, key, choice);
  const open = about.act === 'vote' ? says.decide.abstain : says.decide.nothing;
  const seen = new Set(options.map(({ seenBy }) => seenBy));
  return (
    <fieldset class="question">
      <legend>{questionText(about, names, says)}</legend>
      {options.map(({ choice, price, isDefault }) => (
        <Answer
          key={JSON.stringify(choice)}
          name={key}
          isChosen={chosen ? isSameChoice(chosen, choice) : isDefault}
          isDefault={isDefault}
          isBarred={price?.barred !== undefined}
          onChoose={() => choose(choice)}
          text={answerText(choice, says)}
        >
          <PriceView price={price} />
        </Answer>
      ))}
      {canBeOpen && (
        <Answer name={key} isChosen={!chosen} isDefault isBarred={false} onChoose={() => choose(null)} text={open} />
      )}
      {[...seen].map((by) => (
        <p key={by} class="seen">
          {says.seen[by]}
        </p>
      ))}
    </fieldset>
  );
}

interface AnswerProps {
  name: string;
  text: string;
  isChosen: boolean;
  isDefault: boolean;
  isBarred: boolean;
  onChoose(): void;
  children?: preact.ComponentChildren;
}

function Answer({ name, text, isChosen, isDefault, isBarred, onChoose, children }: AnswerProps) {
  const { says } = useGame();
  return (
    <label class="answer">
      <input type="radio" name={name} checked={isChosen} disabled={isBarred} onChange={onChoose} />
      <span class="answer-text">
        <span class="answer-name">
          {text}
          {isDefault && <small class="default"> {says.decide.isDefault}</small>}
        </span>
        {children}
      </span>
    </label>
  );
}
