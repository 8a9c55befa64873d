import { batch } from '@preact/signals';
import type { SavedRun } from '../../sim/check/classify-file.ts';
import { ENGINE } from '../../sim/engine/version.ts';
import { hex } from '../../sim/exact/hash.ts';
import { faultSentence } from '../../sim/schema/fault.ts';
import { numeral, t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import type { SharedRunCheck } from '../share/link.ts';
import { REPLAY } from '../shell/screens.ts';
import type { State } from '../store/state.ts';

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
export async function importFile(state: State, file: File): Promise<string> {
  const name = importName(file.name);
  try {
    await open(state, await fileText(file));
    return '';
  } catch (error) {
    return `${name}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

async function open(state: State, text: string): Promise<void> {
  const reading = await state.source.aside!().classifyFile(text);
  if (reading.kind === 'neither') throw new Error(faultSentence(reading.faults[0]!));
  state.screen.value = REPLAY;
  state.notice.value = '';
  if (reading.kind === 'scenario') {
    await state.own.put(text, reading.title);
    await state.start(reading.id, state.seed.peek(), undefined, { scenario: reading.scenario, interventions: [] });
    return;
  }
  const { scenario, seed, interventions, ticks } = reading.run;
  await state.start(reading.id, seed, undefined, { scenario, interventions, ticks });
  const run = state.run.peek();
  // Another run may have been asked for meanwhile: of that the file says nothing.
  if (run && state.given.peek()?.scenario === scenario)
    batch(() => {
      state.judged.value = run;
      state.verdict.value = fileCheckOf(reading.run, run);
    });
}

/** Whether the run that was made now is the one in the file. */
export function fileCheckOf(
  run: Pick<SavedRun, 'digests' | 'engine'>,
  { replay }: Pick<RunView, 'replay'>,
): SharedRunCheck {
  const { digests } = replay;
  const engine = run.engine === ENGINE ? undefined : run.engine.slice(0, 40);
  const verdict = (tick: number | null): SharedRunCheck => ({ from: 'file', tick, engine, isBaseChanged: false });
  const ticks = Math.max(digests.length / 2, run.digests.length);
  for (let tick = 0; tick < ticks; tick++) {
    const now = 2 * tick < digests.length ? hex(digests[2 * tick]!, digests[2 * tick + 1]!) : undefined;
    if (run.digests[tick] !== now) return verdict(tick);
  }
  return verdict(null);
}
