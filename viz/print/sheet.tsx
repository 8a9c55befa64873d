import type { ComponentChildren } from 'preact';
import { version } from '../../package.json';
import { ChartFigures } from '../chart/figures.tsx';
import { t } from '../i18n/index.ts';
import { scenarioText } from '../i18n/scenario-texts.ts';
import { curvesOf, firstCurves, valueText } from '../run-view/curves.ts';
import { sampleAt } from '../run-view/moment.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel, spanLabel } from '../run-view/time.ts';
import { discussionQuestions, groundsOf, mainEvents } from './facts.ts';

export interface Printed {
  run: RunView;
  /** As it was written. */
  written: unknown;
  tick: number;
  /** The picture, and what is to be read below it. */
  picture: SVGSVGElement | undefined;
  says: string;
  /** The address of the run, if it is one that can be typed. */
  link: string;
}

/** A run on paper, to be read, discussed and written on. */
export function PrintSheet({ run, written, tick, picture, says, link }: Printed) {
  const { scenario, replay } = run;
  const years = run.timeless ? '' : spanLabel(run.clock, run.ticks);
  const facts = { actors: run.actors.length, alliances: run.alliances.length, ticks: run.ticks };
  return (
    <main>
      <p class="kicker">{t('print.kicker')}</p>
      <h1>
        {scenario.title}
        {years && !scenario.title.includes(years) ? `, ${years}` : ''}
      </h1>
      <p class="facts">{t('print.facts', facts)}</p>
      <Shows run={run} />
      {picture ? (
        <figure>
          <div class="picture" ref={(place) => place?.replaceChildren(picture)} />
          <figcaption>{says}</figcaption>
        </figure>
      ) : null}
      <Key run={run} />
      <Events run={run} />
      <Measured run={run} tick={tick} />
      <Questions questions={discussionQuestions(written, run)} />
      <Grounds scenario={written} />
      <footer>
        <p>{t('print.made', { version, scenario: scenario.id, seed: replay.seed, digest: replay.digest })}</p>
        <p>
          {t('print.again')} {link}
        </p>
      </footer>
    </main>
  );
}

const Part = ({ title, name, children }: { title: string; name: string; children: ComponentChildren }) => (
  <section class={`sheet-${name}`}>
    <h2>{title}</h2>
    {children}
  </section>
);

function Shows({ run: { scenario, chart } }: { run: RunView }) {
  if (!scenario.summary && !chart) return null;
  return (
    <Part name="shows" title={t('print.shows')}>
      {scenario.summary ? <p>{scenario.summary}</p> : null}
      {chart ? (
        <ul>
          {chart.look.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
    </Part>
  );
}

/** Alliances beyond these would fill a page with their names. */
const NAMED = 40;

/** What the letters of the picture stand for. */
function Key({ run }: { run: RunView }) {
  const { alliances, clock, timeless } = run;
  if (timeless || alliances.length === 0) return null;
  return (
    <Part name="key" title={t('print.key')}>
      <ol>
        {alliances.slice(0, NAMED).map(({ id, letter, name, from, to }) => (
          <li key={id}>
            <b>{letter}</b> {name}{' '}
            <span>
              {dateLabel(clock, from)} – {to < run.ticks ? dateLabel(clock, to) : ''}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Events({ run }: { run: RunView }) {
  const { printed, all } = mainEvents(run);
  if (printed.length === 0) return null;
  const shown = printed.length;
  return (
    <Part name="events" title={shown < all ? t('print.eventsSome', { shown, all }) : t('print.events')}>
      <ol>
        {printed.map(({ event, date, text }) => (
          <li key={`${event.tick} ${text}`}>
            <b>{date}</b> {text}
          </li>
        ))}
      </ol>
    </Part>
  );
}

const FOUND = 10;

/** The engine’s own figures: of a chart what its analysis found, of any other run how its measures moved. */
function Measured({ run, tick }: { run: RunView; tick: number }) {
  const curves = curvesOf(run, firstCurves(run));
  const found = (run.chart?.found ?? []).filter(({ value }) => typeof value !== 'object').slice(0, FOUND);
  if (found.length > 0)
    return (
      <Part name="measured" title={t('print.figures')}>
        <ChartFigures run={run} figures={found} />
      </Part>
    );
  if (run.timeless || curves.length === 0) return null;
  const samples = run.replay.series.samples;
  const moments = [Math.min(1, samples - 1), sampleAt(run, tick), samples - 1];
  return (
    <Part name="measured" title={t('print.figures')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('print.figure')}</th>
            {[t('print.start'), dateLabel(run.clock, tick), t('print.end')].map((moment) => (
              <th key={moment} scope="col">
                {moment}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {curves.map(({ name, label, values }) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              {moments.map((sample, k) => (
                <td key={k}>{valueText(name, values[sample]!)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

const LINES = ['a', 'b', 'c', 'd'];

const Questions = ({ questions }: { questions: string[] }) => (
  <Part name="questions" title={t('print.questions')}>
    <ol>
      {questions.map((question) => (
        <li key={question}>
          {question}
          {LINES.map((line) => (
            <span key={line} class="line" />
          ))}
        </li>
      ))}
    </ol>
  </Part>
);

function Grounds({ scenario }: { scenario: unknown }) {
  const { caveats, sources } = groundsOf(scenario);
  return (
    <Part name="grounds" title={t('print.sources')}>
      <p>{t('print.model')}</p>
      <ul>
        {[...caveats.map(scenarioText), ...sources].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Part>
  );
}
