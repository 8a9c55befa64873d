import type { Frame } from '../../sim/results/replay.ts';
import { t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import { figureText } from '../run-view/curves.ts';
import type { RunView } from '../run-view/run-view.ts';

/** Rows that are shown; of a larger world those it trusts most. */
const MOST = 12;

interface TrustOf {
  run: RunView;
  actor: number;
  state: Frame | undefined;
}

/** Whom an actor trusts, the most trusted first, and how far each trusts it. */
export function TrustRows({ run, actor, state }: TrustOf) {
  const n = run.actors.length;
  if (n < 2) return null;
  const known = state?.trust.length === n * n ? state.trust : undefined;
  if (!known) return <p>{t('actor.waiting')}</p>;
  const others = Array.from({ length: n }, (_, other) => other)
    .filter((other) => other !== actor)
    .sort((a, b) => known[actor * n + b]! - known[actor * n + a]! || a - b);
  return (
    <table class="trust-rows">
      <thead>
        <tr>
          <th scope="col">{t('actor.trust')}</th>
          <th scope="col">{t('actor.trusts')}</th>
          <th scope="col">{t('actor.trusted')}</th>
        </tr>
      </thead>
      <tbody>
        {others.slice(0, MOST).map((other) => {
          const { id, name } = run.actors[other]!;
          return (
            <tr key={id}>
              <th scope="row">
                <Sentence parts={[{ text: name, actor: id }]} run={run} />
              </th>
              <Cell trust={known[actor * n + other]!} />
              <Cell trust={known[other * n + actor]!} />
            </tr>
          );
        })}
      </tbody>
      {others.length > MOST ? <caption>{t('actor.others', { count: others.length - MOST })}</caption> : null}
    </table>
  );
}

const Cell = ({ trust }: { trust: number }) => (
  <td>
    <span class="trust-bar" aria-hidden="true">
      <span style={{ width: `${100 * trust}%` }} />
    </span>
    {figureText(trust)}
  </td>
);
