import type { CallView } from '../../../classroom/protocol/state.ts';
import { ClockView } from '../parts/clock-view.tsx';
import { PageHeading } from '../parts/heading.tsx';
import { PriceView, UnitNote } from '../parts/price-view.tsx';
import { wished } from '../room.ts';
import { useGame } from '../use-room.ts';

/** A call to arms takes the whole screen: seconds are left to answer it. */
export function CrisisScreen() {
  const { state, says } = useGame();
  const { calls } = state;
  if (calls.length === 0) return <PageHeading text={says.stage.crisisOthers} hint={says.stage.crisisHint} />;
  return (
    <div class="crisis">
      <PageHeading text={says.stage.crisis} />
      <ClockView isLarge />
      {calls.map((call) => (
        <Call key={call.call} call={call} />
      ))}
      <UnitNote prices={calls.map(({ prices }) => prices.honour)} />
      <p class="seen">{says.crisis.seen}</p>
    </div>
  );
}

function Call({ call: { call, tick, caller, alliance, foe, answer, prices } }: { call: CallView }) {
  const { room, names, says } = useGame();
  const key = `answer ${call}`;
  const given = wished(room, key, answer);
  const byDefault = room.scene.value?.defaults.call ?? 'honour';
  const { does } = says.crisis;
  return (
    <fieldset class="question">
      <legend>{says.crisis.calls(names.actor(caller), names.actor(foe))}</legend>
      <p>{says.crisis.by(names.treaty(alliance))}</p>
      {([true, false] as const).map((honours) => (
        <button
          key={String(honours)}
          type="button"
          class="answer-now"
          aria-pressed={given === honours}
          onClick={() => void room.ask({ do: 'answer', tick, call, honours }, key, honours)}
        >
          <b>{honours ? says.crisis.honour : says.crisis.renege}</b>
          <PriceView price={honours ? prices.honour : prices.renege} />
        </button>
      ))}
      <p>
        {given === null ? says.crisis.silent(does[byDefault]) : says.crisis.answered(does[given ? 'honour' : 'renege'])}
      </p>
    </fieldset>
  );
}
