import { BotIcon } from '../../classroom/bot-icon.tsx';
import { words } from '../../classroom/language.ts';
import { useStudentRoom } from '../use-room.ts';

/** What keeps a player from playing, or what the room did not accept. None can be closed while it is true. */
export function Notices() {
  const room = useStudentRoom();
  const { notice, refusals, refusedOtherwise } = words.value;
  const isLost = room.connection.value === 'lost' && room.greeting.value !== undefined;
  const refusal = room.refusal.value;
  const state = room.state.value;
  const isBots = state?.you.isLeftToBot && state.you.actor !== null && state.stage !== 'debrief';
  return (
    <>
      {/* Alerts are there before their texts: a region that comes with its text is not read. */}
      <div role="alert">{isLost && <p class="notice lost">{notice.lost}</p>}</div>
      <div role="alert">
        {refusal !== undefined && <p class="notice refused">{refusals[refusal] ?? refusedOtherwise}</p>}
      </div>
      {isBots && (
        <div class="notice bot">
          <p>
            <BotIcon /> {notice.bot}
          </p>
          <button type="button" class="strong" onClick={() => room.goBack()}>
            {notice.takeBack}
          </button>
        </div>
      )}
    </>
  );
}

/** Any tap takes a place back from the computer. */
export function takeBackByTap(room: ReturnType<typeof useStudentRoom>): void {
  addEventListener('click', ({ target }) => {
    const isAsk = (target as Element).closest('button, input, label, select, a, summary');
    if (room.state.value?.you.isLeftToBot && !isAsk) room.goBack();
  });
}
