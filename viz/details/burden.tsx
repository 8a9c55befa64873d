import type { Frame } from '../../sim/results/replay.ts';
import { TermButton } from '../glossary/term.tsx';
import { t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import type { RunView } from '../run-view/run-view.ts';
import { paidShare, percent } from '../run-view/words.ts';
import { Against } from './effort.tsx';

const partOf = (value: number, whole: number): string => percent(whole > 0 ? value / whole : Number.NaN);

interface BurdenOf {
  run: RunView;
  standing: Frame['alliances'][number];
  hue: string;
}

/** Who is asked what, pays what, is seen to pay what, and has what of it. */
export function Burden({ run, standing: { members }, hue }: BurdenOf) {
  const all = (of: 'quota' | 'benefit'): number => members.reduce((sum, member) => sum + member[of], 0);
  const [asked, given] = [all('quota'), all('benefit')];
  const most = members.reduce((high, { quota, effort }) => Math.max(high, quota, effort), 0);
  return (
    <table class="burden">
      <caption>{t('alliance.burden-key')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('alliance.member')}</th>
          <th scope="col" class="number">
            <TermButton of="quota">{t('alliance.quota')}</TermButton>
          </th>
          <th scope="col" class="number">
            <TermButton of="effort">{t('alliance.effort')}</TermButton>
          </th>
          <th scope="col" class="number">
            {t('alliance.seen')}
          </th>
          <th scope="col" class="number">
            {t('alliance.benefit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ actor, quota, effort, seen, benefit }) => (
          <tr key={actor}>
            <th scope="row">
              <Sentence parts={[{ text: run.actorName(actor), actor }]} run={run} />
              <Against effort={effort} quota={quota} most={most} hue={hue} />
            </th>
            <td class="number">{partOf(quota, asked)}</td>
            <td class="number">{paidShare(effort, quota)}</td>
            <td class="number">{percent(seen)}</td>
            <td class="number">{partOf(benefit, given)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
