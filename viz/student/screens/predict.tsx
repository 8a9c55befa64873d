import { PageHeading } from '../parts/heading.tsx';
import { wished } from '../room.ts';
import { useGame } from '../use-room.ts';

export function Predict() {
  const { room, state, says } = useGame();
  const questions = room.scene.value?.questions ?? [];
  return (
    <>
      <PageHeading text={says.stage.predict} hint={says.stage.predictHint} />
      {questions.map(({ id, question }) => {
        const key = `predict ${id}`;
        const answer = wished<boolean | undefined>(room, key, state.you.predictions[id]);
        return (
          <fieldset key={id} class="question">
            <legend>{question}</legend>
            <p class="choices">
              {[true, false].map((yes) => (
                <button
                  key={String(yes)}
                  type="button"
                  class="plain"
                  aria-pressed={answer === yes}
                  onClick={() => void room.ask({ do: 'predict', question: id, answer: yes }, key, yes)}
                >
                  {yes ? says.predict.yes : says.predict.no}
                </button>
              ))}
            </p>
          </fieldset>
        );
      })}
    </>
  );
}
