import { useSignal } from '@preact/signals';
import type { PlayerView } from '../../../classroom/protocol/state.ts';
import { useControl } from '../use-control.ts';

/** A sign and a word for each, so that no colour has to be told apart. */
const SIGNS: Record<PlayerView['presence'], string> = { here: '●', idle: '◐', gone: '○' };

/** Who is in the room. Nobody's decisions stand here: only whether somebody is ready. */
export function People() {
  const { room, state, says } = useControl();
  const { people } = says;
  const { players, stage } = state;
  const count = (presence: PlayerView['presence']): number =>
    players.filter((player) => !player.isRemoved && player.presence === presence).length;
  const lastOut = useSignal<string | undefined>(undefined);
  const out = players.find(({ player, isRemoved }) => player === lastOut.value && isRemoved);
  const mayShuffle = stage === 'lobby' || stage === 'predict' || stage === 'between';
  return (
    <section class="people" aria-labelledby="people">
      <h2 id="people">{people.title}</h2>
      <p class="hint">
        {players.length === 0 ? people.none : people.count(count('here'), count('idle'), count('gone'))}
      </p>
      <div role="status">
        {out && (
          <p class="notice">
            {people.tookOut(out.name)}{' '}
            <button type="button" class="plain" onClick={() => void room.ask({ do: 'restore', player: out.player })}>
              {people.undo}
            </button>
          </p>
        )}
      </div>
      {players.length > 0 && (
        <ul>
          {players.map((player) => (
            <Person key={player.player} of={player} onOut={() => (lastOut.value = player.player)} />
          ))}
        </ul>
      )}
      {mayShuffle && players.length > 1 && (
        <p class="shuffle">
          <button type="button" class="plain" onClick={() => void room.ask({ do: 'shuffle' })}>
            {people.shuffle}
          </button>{' '}
          <span class="hint">{people.shuffleHint}</span>
        </p>
      )}
    </section>
  );
}

function Person({ of, onOut }: { of: PlayerView; onOut(): void }) {
  const { room, scene, names, says } = useControl();
  const { people } = says;
  const { player, name, actor, presence, isReady, isRemoved, missed } = of;
  const isRenaming = useSignal(false);
  return (
    <li class={isRemoved ? 'out' : presence}>
      <span class="presence">
        <span aria-hidden="true">{isRemoved ? '×' : SIGNS[presence]}</span>{' '}
        <small>{isRemoved ? people.removed : people.presence[presence]}</small>
      </span>
      {isRenaming.value ? (
        <NewName of={of} onDone={() => (isRenaming.value = false)} />
      ) : (
        <span class="person">
          <b>{name}</b>
          {isReady && <small> ✓ {people.ready}</small>}
          {missed > 0 && <small> {people.missed(missed)}</small>}
        </span>
      )}
      {!isRemoved && !isRenaming.value && (
        <>
          <select
            aria-label={people.actorOf(name)}
            value={actor ?? ''}
            onChange={({ currentTarget: { value } }) => void room.ask({ do: 'seat', player, actor: value || null })}
          >
            <option value="">{people.noActor}</option>
            {scene.seats.map((seat) => (
              <option key={seat} value={seat}>
                {names.actor(seat)}
              </option>
            ))}
          </select>
          <span class="acts">
            <button
              type="button"
              class="quiet"
              aria-label={people.renameOne(name)}
              onClick={() => (isRenaming.value = true)}
            >
              {people.rename}
            </button>
            <button
              type="button"
              class="quiet"
              aria-label={people.takeOut(name)}
              onClick={() => {
                onOut();
                void room.ask({ do: 'remove', player });
              }}
            >
              {people.out}
            </button>
          </span>
        </>
      )}
      {isRemoved && (
        <button
          type="button"
          class="quiet"
          aria-label={people.undoOne(name)}
          onClick={() => void room.ask({ do: 'restore', player })}
        >
          {people.undo}
        </button>
      )}
    </li>
  );
}

function NewName({ of: { player, name }, onDone }: { of: PlayerView; onDone(): void }) {
  const { room, says } = useControl();
  const { people } = says;
  const next = useSignal(name);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = next.value.trim();
        if (wanted && wanted !== name) void room.ask({ do: 'rename-player', player, name: wanted });
        onDone();
      }}
      onKeyDown={({ key }) => key === 'Escape' && onDone()}
    >
      <input
        aria-label={people.nameOf(name)}
        value={next.value}
        maxLength={40}
        autocomplete="off"
        ref={(field) => field?.focus()}
        onInput={({ currentTarget }) => {
          next.value = currentTarget.value;
        }}
      />
      <button type="submit" class="plain">
        {people.save}
      </button>
      <button type="button" class="quiet" onClick={onDone}>
        {people.cancel}
      </button>
    </form>
  );
}
