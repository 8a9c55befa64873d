import { useSignal } from '@preact/signals';
import { numeral, t } from '../i18n/index.ts';
import { hasStoryline } from '../run-view/has-storyline.ts';
import type { RunView } from '../run-view/run-view.ts';
import { useBranches } from '../store/branches.ts';
import { usePanels } from '../store/panels.ts';
import { usePlayback } from '../store/playback.ts';
import { useRun } from '../store/run.ts';
import { useSelection } from '../store/selection.ts';
import { saveFile } from '../ui/save-file.ts';
import { FILE_GROUPS, type FileGroup, type FileKind } from './files.ts';
import './menu.css';

export interface SaveMenuOf {
  run: RunView;
  /** Prints the run as a sheet. */
  print(): Promise<void>;
}

/** All that the run on show can be saved as, a row for what it holds and a button for each kind of file. */
export function SaveMenu({ run, print }: SaveMenuOf) {
  const slices = {
    run: useRun(),
    playback: usePlayback(),
    branches: useBranches(),
    panels: usePanels(),
    selection: useSelection(),
  };
  const said = useSignal('');
  const busy = useSignal(false);
  const attempt = async (work: () => Promise<string>): Promise<void> => {
    if (busy.value) return;
    busy.value = true;
    said.value = t('save.underWay');
    said.value = await work().catch((error) => (error instanceof Error ? error.message : String(error)));
    busy.value = false;
  };
  const save = (kind: FileKind) =>
    attempt(async () => {
      const { content, type, name } = await kind.content(slices, run);
      return t('save.saved', { name, size: sizeText(saveFile(name, content, type)) });
    });
  const printIt = () =>
    attempt(async () => {
      await print();
      return '';
    });
  return (
    <section class="save" aria-labelledby="save-title">
      <h3 id="save-title">{t('save.title')}</h3>
      <ul>
        {FILE_GROUPS.filter(({ title }) => title !== 'save.storyline' || hasStoryline(run)).map((group) => (
          <Row key={group.title} group={group} save={save} />
        ))}
        <li>
          <div>
            <b>{t('print.title')}</b>
            <p>{t('print.says')}</p>
          </div>
          <span class="kinds">
            <button type="button" class="plain" id="print" onClick={() => void printIt()}>
              {t('print.print')}
            </button>
          </span>
        </li>
      </ul>
      <p role="status" class="copied saved" id="save-said">
        {said.value}
      </p>
    </section>
  );
}

const Row = ({
  group: { title, says, kinds },
  save,
}: {
  group: FileGroup;
  save: (kind: FileKind) => Promise<void>;
}) => (
  <li>
    <div>
      <b>{t(title)}</b>
      <p>{t(says)}</p>
    </div>
    <span class="kinds">
      {kinds.map((kind) => (
        <button
          key={kind.id}
          type="button"
          class="plain"
          id={kind.id}
          aria-label={t('save.as', { what: t(title), kind: kind.label })}
          onClick={() => void save(kind)}
        >
          {kind.label}
        </button>
      ))}
    </span>
  </li>
);

function sizeText(bytes: number): string {
  const write = numeral({ maximumSignificantDigits: 2 });
  if (bytes < 1_000_000) return t('save.kilobytes', { size: write.format(Math.max(1, Math.ceil(bytes / 1_000))) });
  return t('save.megabytes', { size: write.format(bytes / 1_000_000) });
}
