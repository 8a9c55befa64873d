import { chooseLanguage, language, words } from '../language.ts';
import { useRoom } from '../use-room.ts';

export function Header({ code }: { code?: string | undefined }) {
  const { other } = words.value;
  const next = language.value === 'en' ? 'es' : 'en';
  return (
    <header>
      <p class="wordmark">Foedus</p>
      {code !== undefined && <RoomTitle />}
      <button type="button" class="quiet" lang={next} onClick={() => chooseLanguage(next)}>
        {other}
      </button>
    </header>
  );
}

function RoomTitle() {
  const room = useRoom();
  const title = room.scene.value?.scenario.title ?? room.greeting.value?.title;
  return <p class="title">{title}</p>;
}
