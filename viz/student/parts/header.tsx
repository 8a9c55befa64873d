import { chooseStudentLanguage, studentLanguage, words } from '../../classroom/language.ts';
import { useStudentRoom } from '../use-room.ts';

export function RoomHeader({ code }: { code?: string | undefined }) {
  const { other } = words.value;
  const next = studentLanguage.value === 'en' ? 'es' : 'en';
  return (
    <header>
      <p class="wordmark">Foedus</p>
      {code !== undefined && <RoomTitle />}
      <button type="button" class="quiet" lang={next} onClick={() => chooseStudentLanguage(next)}>
        {other}
      </button>
    </header>
  );
}

function RoomTitle() {
  const room = useStudentRoom();
  const title = room.scene.value?.scenario.title ?? room.greeting.value?.title;
  return <p class="title">{title}</p>;
}
