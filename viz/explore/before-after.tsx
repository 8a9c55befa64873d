import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { ChangeBar } from '../branch/change-bar.tsx';
import { metricDifferences, otherEndings } from '../branch/run-differences.ts';
import { ChartView } from '../chart/chart.tsx';
import { FigureName } from '../glossary/figure-name.tsx';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { sixFigures } from '../run-view/words.ts';
import { PlaybackProvider, usePlayback } from '../store/playback.ts';
import { SelectionProvider, useSelection } from '../store/selection.ts';
import { storylineLayoutOf } from '../storyline/lines.ts';
import { StorylineLines } from '../storyline/storyline-lines.tsx';
import { LazyPart } from '../ui/lazy-part.tsx';
import { axisOf, useRoom } from '../ui/measure.ts';
import type { ParameterTrial, Trial } from './parameter-trial.ts';

const loadPaired = async () => ({ View: (await import('../replications/paired-panel.tsx')).PairedPanel });

/** What became of turning the levers: another digest, other figures, another picture. */
export function BeforeAfter({ trial }: { trial: ParameterTrial }) {
  const before = trial.before.value;
  const after = trial.after.value;
  return (
    <section class={trial.busy.value ? 'outcome busy' : 'outcome'} aria-labelledby="outcome-title">
      <div class="outcome-head">
        <h2 id="outcome-title">{t('explore.outcome')}</h2>
        <button
          type="button"
          class="plain weighty"
          id="open-trial"
          disabled={!after || trial.busy.value}
          onClick={() => trial.show()}
        >
          {t('explore.openInReplay')}
        </button>
      </div>
      {trial.fault.value ? (
        <p class="fault" role="alert">
          {trial.fault.value}
        </p>
      ) : null}
      {before && after ? <Found trial={trial} before={before} after={after} /> : <Waiting trial={trial} />}
    </section>
  );
}

const Waiting = ({ trial }: { trial: ParameterTrial }) =>
  trial.fault.value ? null : <p class="quiet">{t('explore.running')}</p>;

function Found({ trial, before, after }: { trial: ParameterTrial; before: Trial; after: Trial }) {
  const change = trial.change.value;
  const isSame = before.summary.digest === after.summary.digest;
  return (
    <>
      <p class="outcome-digest" role="status">
        {trial.turned.value === 0
          ? t('explore.untouched')
          : isSame
            ? t('explore.sameDigest')
            : t('explore.newDigest', { turned: trial.turned.value })}{' '}
        <code id="trial-digest">{after.summary.digest}</code>
      </p>
      <Picture run={after.run} />
      {change ? <LazyPart load={loadPaired} of={{ change }} /> : null}
      <Numbers before={before} after={after} />
    </>
  );
}

/** The chart the scenario asks for, else the lines and bands, small and whole. */
function Picture({ run }: { run: RunView }) {
  const [playback, selection] = [usePlayback(), useSelection()];
  // The picture has a time of its own, and what is pointed at in it is pointed at nowhere else.
  const own = useMemo(
    () => ({
      playback: { ...playback, tick: signal(run.ticks - 1) },
      selection: {
        ...selection,
        pointed: signal<number | undefined>(undefined),
        picked: signal<string | undefined>(undefined),
        lit: signal<string | undefined>(undefined),
      },
    }),
    [playback, selection, run],
  );
  return (
    <PlaybackProvider value={own.playback}>
      <SelectionProvider value={own.selection}>
        <div class="trial-picture">{run.chart ? <ChartView run={run} chart={run.chart} /> : <Lines run={run} />}</div>
      </SelectionProvider>
    </PlaybackProvider>
  );
}

const LINE = 13;
const EDGE = 12;
/** Room for the names, which stand at the left alone. */
const NAMES = 104;

function Lines({ run }: { run: RunView }) {
  const { ref, size } = useRoom<HTMLDivElement>();
  const lines = useMemo(() => storylineLayoutOf(run), [run]);
  const axis = useMemo(() => axisOf(size.width, run.ticks, NAMES, 8), [size.width, run]);
  const y = (level: number): number => EDGE + level * LINE;
  const height = 2 * EDGE + lines.depth * LINE + 10;
  const first = lines.heights[0]!;
  return (
    <div ref={ref}>
      {size.width > 0 ? (
        <svg
          class="storyline-picture dense"
          width={size.width}
          height={height}
          role="img"
          aria-label={t('explore.picture', { actors: run.actors.length, alliances: run.alliances.length })}
        >
          <StorylineLines run={run} lines={lines} axis={axis} y={y} unit={LINE} />
          <g class="names">
            {run.actors.map(({ id, name }, actor) => (
              <text key={id} x={NAMES - 8} y={y(first[actor]!)} text-anchor="end">
                {name.length > 15 ? `${name.slice(0, 14)}…` : name}
              </text>
            ))}
          </g>
        </svg>
      ) : null}
    </div>
  );
}

const short = (value: number): string => sixFigures(Number(value.toPrecision(3)));

/** Figures that changed; with nothing turned, those of the run as it is. */
function Numbers({ before, after }: { before: Trial; after: Trial }) {
  const differences = metricDifferences(before.summary, after.summary);
  const endings = otherEndings(before.run.replay, after.run.replay).length;
  const analysis = Object.entries(after.summary.analysis ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  const still = differences.length === 0;
  const rows = still
    ? [...analysis, ...(after.run.chart ? [] : Object.entries(after.summary.metrics))]
        .slice(0, 12)
        .map(([name, value]) => ({ name, original: value, branch: value, share: 0 }))
    : differences;
  if (rows.length === 0) return <p class="quiet">{t('explore.noFigures')}</p>;
  return (
    <table class="trial-figures">
      <caption>
        {still ? t('explore.figures') : t('explore.changedFigures', { count: differences.length })}
        {endings > 0 ? ` ${t('explore.otherEndings', { count: endings })}` : ''}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('explore.figure')}</th>
          <th scope="col">{t('explore.before')}</th>
          {still ? null : <th scope="col">{t('explore.after')}</th>}
          {still ? null : (
            <th scope="col">
              <span class="unseen">{t('explore.change')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, original, branch, share }) => (
          <tr key={name}>
            <th scope="row" title={after.run.replay.says[name]}>
              <FigureName of={name} />
            </th>
            <td>{short(original)}</td>
            {still ? null : <td>{Number.isFinite(branch) ? short(branch) : '–'}</td>}
            {still ? null : (
              <td class="trial-change">
                <ChangeBar share={share} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
