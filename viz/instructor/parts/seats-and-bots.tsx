import { BotIcon } from '../../classroom/bot-icon.tsx';
import { useControl } from '../use-control.ts';

/** Who plays each actor; a seat may be given to the computer and back. */
export function SeatsAndBots() {
  const { room, state, names, says } = useControl();
  const { seats } = says;
  return (
    <details class="bots">
      <summary>{seats.title}</summary>
      <ul>
        {state.seats.map(({ actor, players, isBot }) => (
          <li key={actor}>
            <b>{names.actor(actor)}</b>
            <span class="hint">
              {players > 0 && seats.players(players)}
              {players > 0 && isBot && ', '}
              {isBot && (
                <>
                  <BotIcon /> {seats.bot}
                </>
              )}
              {players === 0 && !isBot && seats.free}
            </span>
            {players > 0 && (
              <button
                type="button"
                class="quiet"
                aria-label={isBot ? seats.toPlayersOf(names.actor(actor)) : seats.toBotOf(names.actor(actor))}
                onClick={() => void room.ask({ do: 'bot', actor, on: !isBot })}
              >
                {isBot ? seats.toPlayers : seats.toBot}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
