import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Choice } from '../../../sim/schema/intervention.ts';
import { BotIcon } from '../../classroom/bot-icon.tsx';
import { factTexts } from '../amounts.ts';
import { choiceText } from '../choice-words.ts';
import { useGame } from '../use-room.ts';

/** Who the player is in this room: name, actor, what is known of it, what only the player knows. */
export function MyPlace() {
  const { room, state, names, says } = useGame();
  const { you, stage } = state;
  const phrase = room.phrase.value;
  return (
    <section class="mine" aria-labelledby="mine">
      <h2 id="mine">{says.me.title}</h2>
      <p class="name">
        <span>
          {says.me.name}: <b>{you.name}</b>
        </span>
        {(stage === 'lobby' || stage === 'predict') && (
          <button type="button" class="plain" onClick={() => void room.ask({ do: 'rename' })}>
            {says.me.reroll}
          </button>
        )}
      </p>
      {you.actor !== null && (
        <>
          <p class="plays">{says.me.plays(names.actor(you.actor))}</p>
          {you.role && <p>{you.role}</p>}
          {you.secret !== undefined && stage !== 'debrief' && <Secret text={you.secret} />}
          {you.secret !== undefined && stage === 'debrief' && (
            <p>
              <b>{says.me.secret}:</b> {you.secret}
            </p>
          )}
          <h3>{says.me.facts}</h3>
          <dl>
            {factTexts(state, says).map(({ label, text, unit }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {text} <small>{unit}</small>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {phrase !== undefined && (
        <p class="phrase">
          {says.me.phrase}: <b>{phrase}</b>
          <small>{says.me.phraseHint}</small>
        </p>
      )}
    </section>
  );
}

/** Covered until it is asked for, and again when the page is no longer looked at: neighbours have eyes. */
function Secret({ text }: { text: string }) {
  const { says } = useGame();
  const isShown = useSignal(false);
  useEffect(() => {
    const cover = (): void => {
      if (document.visibilityState === 'hidden') isShown.value = false;
    };
    document.addEventListener('visibilitychange', cover);
    return () => document.removeEventListener('visibilitychange', cover);
  }, [isShown]);
  return (
    <div class="secret">
      <h3>{says.me.secret}</h3>
      <p id="secret-text">{isShown.value ? text : <span class="note">{says.me.covered}</span>}</p>
      <button
        type="button"
        class="plain"
        aria-expanded={isShown.value}
        aria-controls="secret-text"
        onClick={() => {
          isShown.value = !isShown.value;
        }}
      >
        {isShown.value ? says.me.hide : says.me.show}
      </button>
    </div>
  );
}

/** Others who play the same actor: what each wants, and what they decide together as things stand. */
export function Delegation() {
  const { state, names, says } = useGame();
  const { delegation } = state.you;
  if (delegation.length === 0) return null;
  const who = says.me.delegation(says.listOf(delegation.map(({ name }) => name)), delegation.length);
  const listed = (choices: readonly Choice[]): string =>
    choices.length === 0 ? says.me.wantsNothing : says.listOf(choices.map((choice) => choiceText(choice, names, says)));
  return (
    <section class="delegation" aria-labelledby="delegation">
      <h2 id="delegation">{who}</h2>
      <p class="note">{says.me.majority}</p>
      {state.stage === 'round' && (
        <>
          <dl>
            {delegation.map(({ name, choices, isReady }) => (
              <div key={name}>
                <dt>
                  {name}
                  {isReady && ` · ${says.me.isReady}`}
                </dt>
                <dd>{listed(choices)}</dd>
              </div>
            ))}
          </dl>
          <p>
            {says.me.stands}: <b>{listed(state.delegationChoices)}</b>
          </p>
        </>
      )}
    </section>
  );
}

/** Who plays which actor. Bots are marked for everybody. */
export function Places() {
  const { state, names, says } = useGame();
  return (
    <details class="places">
      <summary>{says.me.seats}</summary>
      <ul>
        {state.seats.map(({ actor, players, isBot }) => (
          <li key={actor}>
            <span>{names.actor(actor)}</span>{' '}
            <span class="note">
              {isBot && (
                <>
                  <BotIcon /> {says.me.bot}
                </>
              )}
              {!isBot && (players === 0 ? says.me.free : says.me.players(players))}
              {actor === state.you.actor && `, ${says.me.you}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
