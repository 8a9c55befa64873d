import { BotIcon } from '../../classroom/bot-icon.tsx';
import { useWall } from '../use-wall.ts';

/** The actors, and whether somebody plays them. Bots are marked for everybody. */
export function Seats() {
  const { state, names, says } = useWall();
  return (
    <section class="seats" aria-labelledby="seats">
      <h2 id="seats">{says.lobby.seats}</h2>
      <ul>
        {state.seats.map(({ actor, players, isBot }) => (
          <li key={actor} class={players > 0 ? 'taken' : ''}>
            <b>{names.actor(actor)}</b>
            <span>
              {players > 0 && !isBot && <span aria-hidden="true">✓ </span>}
              {players > 0 && !isBot && says.lobby.players(players)}
              {isBot && (players > 0 || state.stage !== 'lobby') && (
                <>
                  <BotIcon /> {says.lobby.bot}
                </>
              )}
              {isBot && players === 0 && state.stage === 'lobby' && (
                <>
                  <BotIcon label={says.lobby.bot} /> {says.lobby.free}
                </>
              )}
              {players === 0 && !isBot && says.lobby.free}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
