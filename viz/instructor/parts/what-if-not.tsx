import { useSignal } from '@preact/signals';
import type { DebriefFile } from '../../../classroom/protocol/debrief-file.ts';
import { takenOutOf } from '../taken-out.ts';
import { useControl } from '../use-control.ts';
import { useSteer } from '../use-steer.ts';

/** What if nobody had decided so? The projector plays the game again without it and compares. */
export function WhatIfNot({ file }: { file: DebriefFile }) {
  const { names, says } = useControl();
  const { show, view } = useSteer();
  const { debrief } = says;
  const round = useSignal(1);
  const place = useSignal(0);
  const choices = takenOutOf(file, round.value);
  const chosen = choices[place.value];
  const pastActOf = (act: string): string => debrief.pastActs[act] ?? act;
  const go = (event: Event): void => {
    event.preventDefault();
    const span = file.rounds[round.value - 1];
    if (!chosen || !span) return;
    const { act, actor } = chosen;
    show({
      tick: span.from,
      event: null,
      view: { what: 'branch', from: span.from, to: span.from + span.ticks, act, actor },
    });
  };
  return (
    <form class="what-if" onSubmit={go}>
      <h3>{debrief.whatIf}</h3>
      <label class="field">
        {debrief.inRound}
        <select
          name="without-round"
          value={String(round.value)}
          onChange={({ currentTarget }) => {
            round.value = Number(currentTarget.value);
            place.value = 0;
          }}
        >
          {file.rounds.map(({ from }, k) => (
            <option key={from} value={String(k + 1)}>
              {k + 1}
            </option>
          ))}
        </select>
      </label>
      {choices.length === 0 && <p class="hint">{debrief.nothingDecided}</p>}
      {choices.length > 0 && (
        <label class="field">
          {debrief.takeOut}
          <select
            name="without"
            value={String(place.value)}
            onChange={({ currentTarget }) => {
              place.value = Number(currentTarget.value);
            }}
          >
            {choices.map(({ act, actor, count }, k) => (
              <option key={`${act} ${actor}`} value={String(k)}>
                {actor === null
                  ? debrief.nobody(pastActOf(act), count)
                  : debrief.not(names.actor(actor), pastActOf(act))}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" class="plain" aria-disabled={!chosen} aria-pressed={view.what === 'branch'}>
        {debrief.showBranch}
      </button>
    </form>
  );
}
