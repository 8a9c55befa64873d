import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type AnswerEvent, type Event, isAnswer } from '../../sim/world/event.ts';
import { numeral, t } from '../i18n/index.ts';
import { figureText } from '../run-view/curves.ts';
import { deciderOf } from '../run-view/decider.ts';
import { compose, listPhrase, named, textOf } from '../run-view/phrase.ts';
import type { RunView } from '../run-view/run-view.ts';
import { dateLabel } from '../run-view/time.ts';
import { BotLine } from './bot-line.tsx';
import { choiceWords } from './choice-words.ts';
import { isGiven } from './explaining-event.ts';
import { Given } from './given.tsx';
import { MinimalChangeBox } from './minimal-change.tsx';
import { type TermWords, termWords } from './term-words.ts';

/**
 * Why: the engine's own terms, as bars to either side of nothing. Nothing is worked out here again.
 * @param decision the event that tells why; another than `event` where the decision came before.
 */
export function Reasons({ event, decision, run }: { event: Event; decision: Event; run: RunView }) {
  const { because, score, runnerUp, chance } = decision;
  const most = Math.max(
    1e-9,
    ...because.map(({ value }) => Math.abs(value)),
    Math.abs(score ?? 0),
    Math.abs(runnerUp?.score ?? 0),
  );
  const decider = deciderOf(run, decision);
  const line = useId();
  /** Place of the term that is explained. */
  const explained = useSignal(0);
  const term = because[explained.value];
  const words = term && termWords(term, run);
  return (
    <div class="reasons">
      {decision === event ? null : <p>{t('why.decided-at', { date: dateLabel(run.clock, decision.tick) })}</p>}
      {decider ? <p>{t(`why.by-${decider}`)}</p> : null}
      {decider === 'player' || decider === 'default' ? <BotLine event={decision} /> : null}
      {isAnswer(decision) ? <Call answer={decision} run={run} /> : null}
      {isGiven(decision) ? <Given event={decision} run={run} /> : null}
      {because.map((one, place) => (
        <Bar key={`${one.term} ${one.actor}`} value={one.value} most={most}>
          <TermName
            words={termWords(one, run)}
            isExplained={explained.value === place}
            line={line}
            explain={() => {
              explained.value = place;
            }}
          />
        </Bar>
      ))}
      {score === undefined ? null : (
        <Bar value={score} most={most} kind="sum">
          {t('why.together')}
        </Bar>
      )}
      {runnerUp ? (
        <Bar value={runnerUp.score} most={most} kind="other">
          {t('why.next', { choice: textOf(choiceWords(runnerUp.choice, run)) })}
        </Bar>
      ) : null}
      {words?.about ? (
        <p class="term-about" id={line}>
          <b>{words.name}.</b> {words.about}
        </p>
      ) : null}
      {chance ? (
        <p class="chance">
          {t('why.chance', { probability: percent(chance.probability), draw: percent(chance.draw) })}
        </p>
      ) : null}
      {/* What would have made a person decide otherwise the engine cannot say. */}
      {because.length > 0 || chance || isGiven(decision) ? (
        <MinimalChangeBox event={event} decision={decision} run={run} />
      ) : null}
    </div>
  );
}

/** Who called, and by which clause of which treaty: an ally may be called to defend or to attack. */
function Call({ answer: { caller, alliance, clause }, run }: { answer: AnswerEvent; run: RunView }) {
  const called = compose('why.called', {
    caller: { parts: listPhrase([caller], run) },
    alliance: { parts: named(run.allianceName(alliance), alliance) },
    clause: t(`treaty.obligation-${clause}`),
  });
  return (
    <>
      <p>{textOf(called)}</p>
      <p>{t('why.case')}</p>
    </>
  );
}

const percent = (share: number): string =>
  `${numeral({ minimumFractionDigits: share < 0.1 ? 1 : 0, maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(100 * share)} %`;

interface NameOf {
  words: TermWords;
  isExplained: boolean;
  line: string;
  explain(): void;
}

/** Pointed at, reached by the keyboard or touched, a term says what it means in the line below the bars. */
function TermName({ words: { name, about }, isExplained, line, explain }: NameOf) {
  if (!about) return <>{name}</>;
  return (
    <button
      type="button"
      class="term"
      aria-pressed={isExplained}
      aria-describedby={isExplained ? line : undefined}
      onPointerEnter={explain}
      onFocus={explain}
      onClick={explain}
    >
      {name}
    </button>
  );
}

interface BarOf {
  value: number;
  most: number;
  kind?: 'sum' | 'other';
  children: preact.ComponentChildren;
}

function Bar({ value, most, kind, children }: BarOf) {
  const width = (50 * Math.abs(value)) / most;
  return (
    <div class={kind ? `reason ${kind}` : 'reason'}>
      <span class="reason-label">{children}</span>
      <span class="reason-bar" aria-hidden="true">
        <span
          class={value < 0 ? 'against' : 'for'}
          style={{ width: `${width}%`, left: `${value < 0 ? 50 - width : 50}%` }}
        />
      </span>
      <span class="reason-value">
        {value < 0 ? '−' : '+'}
        {figureText(Math.abs(value))}
      </span>
    </div>
  );
}
