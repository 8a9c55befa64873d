import type { Frame } from '../../sim/replay.ts';
import { figure } from '../story/curves.ts';
import type { Story } from '../story/story.ts';
import { t } from '../text/index.ts';
import { Sentence } from './names.tsx';

/** Rows that are shown; the table of a large world has the rest. */
const MOST = 8;

interface TrustOf {
  story: Story;
  actor: number;
  state: Frame | undefined;
}

/** Whom an actor trusts, and who trusts it, the most trusted first. */
export function TrustRows({ story, actor, state }: TrustOf) {
  const n = story.actors.length;
  if (n < 2) return null;
  const known = state?.trust.length === n * n ? state.trust : undefined;
  const row = (at: (other: number) => number) => (known ? sorted(n, actor, (other) => known[at(other)]!) : []);
  return (
    <>
      <h3>{t('actor.trust')}</h3>
      {known ? null : <p>{t('actor.waiting')}</p>}
      <div class="dossier-pair">
        <Rows title={t('actor.trusts')} rows={row((other) => actor * n + other)} story={story} />
        <Rows title={t('actor.trusted')} rows={row((other) => other * n + actor)} story={story} />
      </div>
    </>
  );
}

interface Row {
  other: number;
  trust: number;
}

const sorted = (n: number, actor: number, trust: (other: number) => number): Row[] =>
  Array.from({ length: n }, (_, other) => ({ other, trust: other === actor ? 0 : trust(other) }))
    .filter(({ other }) => other !== actor)
    .sort((a, b) => b.trust - a.trust || a.other - b.other);

function Rows({ title, rows, story }: { title: string; rows: readonly Row[]; story: Story }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul class="trust-rows">
        {rows.slice(0, MOST).map(({ other, trust }) => {
          const { id, name } = story.actors[other]!;
          return (
            <li key={id}>
              <Sentence parts={[{ text: name, actor: id }]} story={story} />
              <span class="trust-bar" aria-hidden="true">
                <span style={{ width: `${100 * trust}%` }} />
              </span>
              <span class="number">{figure(trust)}</span>
            </li>
          );
        })}
      </ul>
      {rows.length > MOST ? <p class="dossier-unit">{t('actor.others', { count: rows.length - MOST })}</p> : null}
    </div>
  );
}
