import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ReplicationResults } from '../../sim/experiment/replication-results.ts';
import { t } from '../i18n/index.ts';
import { SeedButton } from './open.tsx';
import type { Study } from './study.ts';
import type { FigureDistribution } from './survey.ts';
import { binName, figureName, whole } from './words.ts';

/** The runs that a person asked to see: those of a bin of a figure, or those of a list. */
export type Picked =
  | { kind: 'bin'; one: FigureDistribution; sample: ReplicationResults; bin: number }
  | { kind: 'seeds'; title: string; seeds: readonly number[] };

export function createPicking() {
  const picked = signal<Picked | undefined>(undefined);
  return {
    picked,
    pickBin(one: FigureDistribution, sample: ReplicationResults, bin: number): void {
      picked.value = { kind: 'bin', one, sample, bin };
    },
    pickSeeds(title: string, seeds: readonly number[]): void {
      picked.value = { kind: 'seeds', title, seeds };
    },
    close(): void {
      picked.value = undefined;
    },
  };
}

export type Picking = ReturnType<typeof createPicking>;

/** Seeds that are listed; the table that can be saved has them all. */
const SHOWN = 200;

/** Lists seeds, each a way to its run; a figure's values stand beside them in a table, for whom the picture says nothing. */
export function SeedsDialog({ study, picking }: { study: Study; picking: Picking }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const picked = picking.picked.value;
  const open = picked !== undefined;
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} class="help odds-seeds" aria-labelledby="odds-seeds-title" onClose={picking.close}>
      {picked ? <Listed study={study} picking={picking} picked={picked} /> : null}
      <button type="button" class="plain" onClick={picking.close}>
        {t('common.close')}
      </button>
    </dialog>
  );
}

function Listed({ study, picking, picked }: { study: Study; picking: Picking; picked: Picked }) {
  const seeds = picked.kind === 'seeds' ? picked.seeds : seedsOf(picked);
  const title = picked.kind === 'seeds' ? picked.title : figureName(picked.one.name);
  const count = seeds.length;
  return (
    <>
      <h2 id="odds-seeds-title">{title}</h2>
      <div class={picked.kind === 'bin' ? 'seeds-columns' : ''}>
        {picked.kind === 'bin' ? <Bins picking={picking} picked={picked} /> : null}
        <div>
          <p class="odds-says">
            {count > SHOWN
              ? t('odds.seedsShown', { shown: whole(SHOWN), count: whole(count) })
              : t('odds.seedsAll', { count })}
          </p>
          <ul class="seeds">
            {seeds.slice(0, SHOWN).map((seed) => (
              <li key={seed}>
                <SeedButton study={study} seed={String(seed)} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  );
}

const seedsOf = ({ one, sample, bin }: Extract<Picked, { kind: 'bin' }>): number[] =>
  one.bins[bin]!.rows.map((row) => sample.seeds[row]!);

function Bins({ picking, picked }: { picking: Picking; picked: Extract<Picked, { kind: 'bin' }> }) {
  const { one, sample, bin } = picked;
  return (
    <ul class="bins" aria-label={t('odds.bins')}>
      {one.bins.map((each, k) =>
        each.rows.length > 0 ? (
          <li key={each.from}>
            <button type="button" aria-pressed={k === bin} onClick={() => picking.pickBin(one, sample, k)}>
              <span>{binName(one.name, each, one.whole)}</span>{' '}
              <span>{t('odds.count', { count: each.rows.length })}</span>
            </button>
          </li>
        ) : null,
      )}
    </ul>
  );
}
