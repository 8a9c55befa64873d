import type { Frame } from '../../sim/history/replay.ts';
import { Term } from '../glossary/term.tsx';
import { numeral, t } from '../i18n/index.ts';
import { Sentence } from '../names/names.tsx';
import type { Story } from '../run-view/run-view.ts';
import { short } from '../run-view/words.ts';
import { Against } from './effort.tsx';

const share = (value: number): string => numeral({ style: 'percent', maximumFractionDigits: 0 }).format(value);

interface BurdenOf {
  story: Story;
  standing: Frame['alliances'][number];
  hue: string;
}

/** Who is asked what, pays what, is seen to pay what, and has what of it. */
export function Burden({ story, standing: { members }, hue }: BurdenOf) {
  const most = members.reduce((high, { quota, effort }) => Math.max(high, quota, effort), 0);
  return (
    <table class="burden">
      <caption>{t('alliance.burden-key')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('alliance.member')}</th>
          <th scope="col" class="number">
            <Term of="quota">{t('alliance.quota')}</Term>
          </th>
          <th scope="col" class="number">
            <Term of="effort">{t('alliance.effort')}</Term>
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
              <Sentence parts={[{ text: story.actorName(actor), actor }]} story={story} />
              <Against effort={effort} quota={quota} most={most} hue={hue} />
            </th>
            <td class="number">{short(quota)}</td>
            <td class="number">{short(effort)}</td>
            <td class="number">{share(seen)}</td>
            <td class="number">{short(benefit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
