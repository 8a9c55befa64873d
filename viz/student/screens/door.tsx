import { useSignal } from '@preact/signals';
import { words } from '../../classroom/language.ts';
import { isCode, tidyCode } from '../../classroom/room-address.ts';
import { PageHeading } from '../parts/heading.tsx';
import { useStudentRoom } from '../use-room.ts';

/** Asks for the code, where the address has none. */
export function CodeForm({ onCode }: { onCode(code: string): void }) {
  const { door } = words.value;
  const code = useSignal('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isCode(code.value)) onCode(code.value);
      }}
    >
      <PageHeading text={door.title} />
      <label class="field">
        {door.code}
        <input
          class="code"
          name="code"
          value={code.value}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="code-hint"
          onInput={({ currentTarget }) => {
            code.value = tidyCode(currentTarget.value);
            currentTarget.value = code.value;
          }}
        />
      </label>
      <p class="note" id="code-hint">
        {door.codeHint}
      </p>
      <button type="submit" class="strong wide" aria-disabled={!isCode(code.value)}>
        {door.go}
      </button>
    </form>
  );
}

/** One tap and the player is in; who has a seat already takes it back by its three words. */
export function Door({ onOtherRoom }: { onOtherRoom(): void }) {
  const room = useStudentRoom();
  const { door } = words.value;
  const phrase = useSignal('');
  const greeting = room.greeting.value;
  if (room.connection.value === 'gone')
    return (
      <>
        <PageHeading text={room.isOtherVersion.value ? door.otherVersion : door.gone} />
        <button type="button" class="strong wide" onClick={onOtherRoom}>
          {door.otherRoom}
        </button>
      </>
    );
  const hasBegun = greeting !== undefined && greeting.stage !== 'lobby' && greeting.stage !== 'predict';
  return (
    <>
      <PageHeading
        text={door.room(room.code)}
        hint={greeting?.title ?? (room.connection.value === 'lost' ? door.unreachable : door.connecting)}
      />
      <button type="button" class="strong wide play" onClick={() => void room.enter()}>
        {door.play}
      </button>
      <p class="note">{hasBegun ? door.running : door.playHint}</p>
      <details class="return">
        <summary>{door.phraseTitle}</summary>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (phrase.value.trim()) void room.returnBy(phrase.value);
          }}
        >
          <label class="field">
            {door.phrase}
            <input
              name="phrase"
              value={phrase.value}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              maxLength={100}
              aria-describedby="phrase-hint"
              onInput={({ currentTarget }) => {
                phrase.value = currentTarget.value;
              }}
            />
          </label>
          <p class="note" id="phrase-hint">
            {door.phraseHint}
          </p>
          <button type="submit" class="plain wide">
            {door.back}
          </button>
        </form>
      </details>
      <button type="button" class="quiet" onClick={onOtherRoom}>
        {door.otherRoom}
      </button>
    </>
  );
}
