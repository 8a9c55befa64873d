import type { ScenariosById } from '../../../formats/link/link.ts';
import type { Engine } from '../../../viz/store/run.ts';
import type { RemoteSession, Session } from '../../../workers/protocol.ts';
import { createSession } from '../../../workers/session.ts';
import { libraryOf } from './library-builder.ts';

/** A session in this very thread, as the page has one in a worker; some of its answers may be others. */
export const sessionOf = (answers: Partial<Session> = {}): RemoteSession => ({
  ...createSession(),
  prepare() {},
  close() {},
  ...answers,
});

export const engineOf = (scenarios: ScenariosById, session: RemoteSession = sessionOf()): Engine => ({
  session,
  library: libraryOf(scenarios),
  openSecondSession: () => sessionOf(),
});
