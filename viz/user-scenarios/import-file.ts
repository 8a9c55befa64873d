import type { SavedRun } from '../../sim/check/classify-file.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { hex } from '../../sim/exact/hash.ts';
import { faultSentence } from '../../sim/schema/fault.ts';
import { numeral, t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { SharedRunCheck, SharedRunSlice } from '../share/shared-run.ts';
import type { PanelsSlice } from '../store/panels.ts';
import type { RunSlice } from '../store/run.ts';
import type { UserScenariosSlice } from './user-scenarios.ts';

/** What the opening of a file changes. */
export interface Importing {
  run: RunSlice;
  panels: PanelsSlice;
  userScenarios: UserScenariosSlice;
  sharedRun: SharedRunSlice;
}

/** What the engine reads at most, bytes. */
export const LARGEST = 16 * 1024 * 1024;

/** A file’s name as it may be said in a sentence: it is anybody’s. */
export function importName(name: string): string {
  const plain = name.replace(/[\p{C}\s]+/gu, ' ').trim() || t('explore.aFile');
  return plain.length > 60 ? `${plain.slice(0, 57)}…` : plain;
}

/** The text of a file; rejects with a sentence for one that is too large, or no text. */
export async function fileText(file: File): Promise<string> {
  if (file.size > LARGEST) throw new Error(t('explore.tooLarge', { size: numeral().format(LARGEST / 1024 / 1024) }));
  const bytes = await file.arrayBuffer().catch(() => {
    throw new Error(t('explore.unreadable'));
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(t('explore.noText'));
  }
}

/**
 * Opens a file of a stranger’s: a scenario is run and kept as the person’s own, a saved run is run again and compared.
 * @returns one sentence where it is neither; what is on show then stays.
 */
export async function importFile(slices: Importing, file: File): Promise<string> {
  const name = importName(file.name);
  try {
    await open(slices, await fileText(file));
    return '';
  } catch (error) {
    return `${name}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function open({ run, panels, userScenarios, sharedRun }: Importing, text: string): Promise<void> {
  const reading = await run.openSecondSession().classifyFile(text);
  if (reading.kind === 'neither') throw new Error(faultSentence(reading.faults[0]!));
  panels.screen.value = 'replay';
  panels.notice.value = '';
  if (reading.kind === 'scenario') {
    await userScenarios.put(text, reading.title);
    await run.start(reading.id, '1', undefined, { scenario: reading.scenario });
    return;
  }
  const { scenario, seed, interventions, ticks } = reading.run;
  await run.start(reading.id, seed, undefined, { scenario, interventions, ticks });
  const shown = run.shown.peek();
  // Another run may have been asked for meanwhile: of that the file says nothing.
  if (shown && run.given.peek()?.scenario === scenario)
    sharedRun.checked.value = { run: shown, check: fileCheckOf(reading.run, shown) };
}

/** Whether the run that was made now is the one in the file. */
export function fileCheckOf(
  run: Pick<SavedRun, 'digests' | 'engine'>,
  { replay }: Pick<RunView, 'replay'>,
): SharedRunCheck {
  const { digests } = replay;
  const engine = run.engine === ENGINE ? undefined : run.engine.slice(0, 40);
  const differingFrom = (tick: number | null): SharedRunCheck => ({ from: 'file', tick, engine, isBaseChanged: false });
  const ticks = Math.max(digests.length / 2, run.digests.length);
  for (let tick = 0; tick < ticks; tick++) {
    const now = 2 * tick < digests.length ? hex(digests[2 * tick]!, digests[2 * tick + 1]!) : undefined;
    if (run.digests[tick] !== now) return differingFrom(tick);
  }
  return differingFrom(null);
}
