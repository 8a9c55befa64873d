import { useRef } from 'preact/hooks';
import { termOfFigure } from '../glossary/figures.ts';
import { Sign } from '../glossary/sign.tsx';
import { t } from '../i18n/index.ts';
import { curveNames } from '../run-view/curves.ts';
import { metricName } from '../run-view/figure-names.ts';
import type { RunView } from '../run-view/run-view.ts';
import { memo } from '../ui/memo.tsx';
import { chooseCurves, chosenCurves, MOST_CURVES } from './chosen-curves.ts';

/** Chooses which figures run below the storyline. */
export const CurvePicker = memo(({ run, shown }: { run: RunView; shown: readonly string[] }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const { actorNames } = run.replay.series;
  const groups = [
    { key: 'storyline.ofActors', names: actorNames },
    { key: 'storyline.ofWorld', names: curveNames(run).filter((name) => !actorNames.includes(name)) },
  ] as const;
  const flip = (name: string, on: boolean): void =>
    chooseCurves(on ? [...shown, name] : shown.filter((other) => other !== name));
  return (
    <>
      <button
        type="button"
        class="round curve-button"
        aria-haspopup="dialog"
        aria-label={t('storyline.choose')}
        title={t('storyline.choose')}
        onClick={() => dialog.current?.showModal()}
      >
        <svg class="icon" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
          <path d="M2 5.2h9.2a2.8 2.8 0 0 1 5.5 0H18v1.6h-1.3a2.8 2.8 0 0 1-5.5 0H2Zm0 8h1.3a2.8 2.8 0 0 1 5.5 0H18v1.6H8.8a2.8 2.8 0 0 1-5.5 0H2Z" />
        </svg>
      </button>
      <dialog ref={dialog} class="help curve-picker" aria-labelledby="curve-title">
        <h2 id="curve-title">{t('storyline.choose')}</h2>
        <p>{t('storyline.most', { most: MOST_CURVES })}</p>
        {groups.map(({ key, names }) => (
          <fieldset key={key}>
            <legend>{t(key)}</legend>
            {names.map((name) => {
              const on = shown.includes(name);
              const term = termOfFigure(name);
              return (
                <div key={name} class="curve-choice">
                  <label class="switch">
                    <input
                      type="checkbox"
                      name={name}
                      checked={on}
                      disabled={!on && shown.length >= MOST_CURVES}
                      onChange={(event) => flip(name, event.currentTarget.checked)}
                    />
                    {metricName(name)}
                  </label>
                  {term ? <Sign of={term} word={metricName(name)} /> : null}
                </div>
              );
            })}
          </fieldset>
        ))}
        <div class="curve-ends">
          <button
            type="button"
            class="plain"
            disabled={chosenCurves.value === undefined}
            onClick={() => chooseCurves(undefined)}
          >
            {t('storyline.reset')}
          </button>
          <button type="button" class="plain" onClick={() => dialog.current?.close()}>
            {t('common.close')}
          </button>
        </div>
      </dialog>
    </>
  );
});
