import type { OpenedRooms } from '../../classroom/protocol/message.ts';
import type { StudentState } from '../../classroom/protocol/state.ts';
import { instructor, openRoom, type Person, student } from './class-server.ts';

export interface PlayedRoom {
  room: OpenedRooms['rooms'][number];
  teacher: Awaited<ReturnType<typeof instructor>>;
  students: Person<StudentState>[];
}

/** A room whose players decide, round after round, one of what they are offered of each kind; it ends before its debrief. */
export async function playedRoom(url: string, scenario: unknown, rounds: number, players = 4): Promise<PlayedRoom> {
  const [room] = await openRoom(url, scenario, { settings: { roundSeconds: null, crisisSeconds: 5 } });
  const teacher = await instructor(url, room!);
  const students: Person<StudentState>[] = [];
  for (let k = 0; k < players; k++) students.push(await student(url, room!.code));
  for (let round = 0; round < rounds; round++) {
    await teacher.must({ do: 'open-round' });
    for (const [k, one] of students.entries()) {
      const { options } = await one.when((state) => state.stage === 'round' && state.round === round);
      const acts = [...new Set(options.map(({ choice }) => choice.act))];
      for (const act of acts) {
        const offered = options.filter(({ choice }) => choice.act === act);
        const { slot, choice } = offered[(k + round) % offered.length]!;
        if (act !== 'leave') await one.must({ do: 'decide', round, slot, choice });
      }
    }
    for (const one of students) await one.must({ do: 'ready', round, ready: true });
    for (let isOpen = true; isOpen; ) {
      const { stage } = await teacher.when(
        (state) => state.round === round && (state.stage === 'between' || state.stage === 'crisis'),
      );
      isOpen = stage === 'crisis';
      // A call that nobody answers is answered by the default of its seat.
      if (isOpen) await teacher.ask({ do: 'close' });
      if (isOpen) await teacher.when((state) => state.stage !== 'crisis' || state.round !== round);
    }
  }
  return { room: room!, teacher, students };
}
