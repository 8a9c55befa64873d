import encodeQR from 'qr';
import { startClassroom } from './classroom-service.ts';
import { setEnding } from './ending.ts';
import { reasonOfError, throwInputError } from './input-error.ts';
import { complain, print } from './terminal.ts';

export interface ClassroomOptions {
  port?: string;
  lan?: boolean;
  behind?: string;
  dir?: string;
}

const PORT = 5173;

/** Serves the classroom until it is interrupted. */
export async function classroomCommand(options: ClassroomOptions): Promise<void> {
  const port = options.port === undefined ? PORT : portOf(options.port);
  const behind = options.behind === undefined ? undefined : addressOf(options.behind);
  const { lan = false, dir } = options;
  const service = await startClassroom({
    port,
    orNext: options.port === undefined,
    lan,
    behind,
    folder: dir,
    log: (line) => process.stderr.isTTY && complain(line),
  }).catch((error) => throwInputError(reasonOfStart(error, port)));
  setEnding(() => {
    setEnding(() => process.exit(1));
    service.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  const [first, ...others] = service.shared;
  print([
    `Instructor: ${service.instructor}`,
    ...(first === undefined ? [] : [`Students:   ${first}play`]),
    ...others.map((address) => `        or: ${address}play`),
    ...(behind ? [`Listens at: ${service.local}  (what the proxy hands on goes here)`] : []),
    `Rooms are kept in ${service.folder}`,
  ]);
  if (first !== undefined && process.stdout.isTTY) process.stdout.write(`${encodeQR(`${first}play`, 'term')}\n`);
  if (first === undefined)
    print([
      lan
        ? 'This computer has no address in a network: join a Wi-Fi or open a hotspot, and start again.'
        : 'Phones cannot reach this: it answers to this computer only. For a class, start it with --lan, or with --behind behind a proxy.',
    ]);
  print(['Ctrl-C ends it; rooms stay.']);
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 0 && port <= 65_535) return port;
  return throwInputError(`--port: expected a number from 0 to 65535, got ${JSON.stringify(text.slice(0, 40))}`);
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '') return url;
  return throwInputError(
    `--behind: expected an address as https://school.example/foedus, got ${JSON.stringify(text.slice(0, 80))}`,
  );
}

function reasonOfStart(error: unknown, port: number): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `--port: something else uses port ${port}`;
  if (code === 'EACCES') return `--port: port ${port} is not allowed to this user`;
  return `classroom: ${reasonOfError(error)}`;
}
