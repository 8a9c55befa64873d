import type { Frame } from '../../sim/results/replay.ts';
import { Sign } from '../glossary/sign.tsx';
import { t } from '../i18n/index.ts';
import { AllianceName } from '../names/names.tsx';
import { hueClass } from '../run-view/hue-class.ts';
import type { RunView } from '../run-view/run-view.ts';
import { paidWords } from '../run-view/words.ts';

interface EffortOf {
  run: RunView;
  actor: number;
  state: Frame | undefined;
}

/** What an actor pays in each of its alliances, against what is asked of it there. */
export function Effort({ run, actor, state }: EffortOf) {
  const { id } = run.actors[actor]!;
  const rows = (state?.alliances ?? []).flatMap((alliance) => {
    const member = alliance.members.find((one) => one.actor === id);
    return member ? [{ alliance, member }] : [];
  });
  return (
    <>
      <h3>
        {t('actor.burden')}
        <Sign of="quota" word={t('actor.burden')} />
      </h3>
      {rows.length === 0 ? <p>{t('actor.waiting')}</p> : null}
      <ul class="details-bars">
        {rows.map(({ alliance, member: { quota, effort } }) => (
          <li key={alliance.id}>
            <span>
              <AllianceName id={alliance.id} text={run.allianceName(alliance.id)} run={run} />
            </span>
            <Against
              effort={effort}
              quota={quota}
              most={Math.max(effort, quota)}
              hue={allianceHueClass(run, alliance.id)}
            />
            <span class="number">{paidWords(effort, quota)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function allianceHueClass(run: RunView, alliance: string): string {
  const index = run.alliances.findIndex(({ id }) => id === alliance);
  return index < 0 ? 'hue-grey' : hueClass(run, index);
}

interface AgainstOf {
  effort: number;
  quota: number;
  /** What the whole width stands for. */
  most: number;
  hue: string;
}

/** A bar for what is paid, an upright for what is asked, and hatching for what is wanting between them. */
export function Against({ effort, quota, most, hue }: AgainstOf) {
  const at = (value: number): string => `${most > 0 ? (100 * value) / most : 0}%`;
  return (
    <span class={`against-quota ${hue}`} aria-hidden="true">
      {effort < quota ? <span class="wanting" style={{ left: at(effort), width: at(quota - effort) }} /> : null}
      <span class="paid" style={{ width: at(effort) }} />
      {quota > 0 ? <span class="asked" style={{ left: at(quota) }} /> : null}
    </span>
  );
}
