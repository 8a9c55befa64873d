import { t } from '../i18n/index.ts';
import { figureText } from '../run-view/curves.ts';
import type { RunView } from '../run-view/run-view.ts';
import { FULL_CHANGE, type MatrixValue } from './values.ts';

/** The scale of the colours: its ends in words, and the stroke that marks what lies below nought. */
export function MatrixKey({ sight, run }: { sight: MatrixValue; run: RunView }) {
  const ends = endsOf(sight, run);
  return (
    <figure class="matrix-key">
      <svg viewBox="0 0 200 14" width="200" height="14" aria-hidden="true" data-sight={sight}>
        <defs>
          <linearGradient id="matrix-scale">
            {sight === 'trust' ? null : <stop class="matrix-low" offset="0" />}
            <stop class="matrix-middle" offset={sight === 'trust' ? 0 : sight === 'illWill' ? 1 : 0.5} />
            {sight === 'illWill' ? null : <stop class="matrix-high" offset="1" />}
          </linearGradient>
        </defs>
        <rect width="200" height="14" fill="url(#matrix-scale)" />
        {sight === 'trust' ? null : (
          <path class="matrix-minus" d={sight === 'illWill' ? 'M52 7h10M95 7h10' : 'M22 7h10M52 7h10'} />
        )}
        <rect class="matrix-frame" x="0.5" y="0.5" width="199" height="13" />
      </svg>
      <figcaption>
        {ends.map((end) => (
          <span key={end}>{end}</span>
        ))}
      </figcaption>
    </figure>
  );
}

function endsOf(sight: MatrixValue, { clock }: RunView): string[] {
  const full = figureText(FULL_CHANGE);
  const since = t(clock.rounds ? 'matrix.round' : 'matrix.year');
  switch (sight) {
    case 'both':
      return [t('matrix.illWillOf', { value: 1 }), '0', t('matrix.trustOf', { value: 1 })];
    case 'trust':
      return ['0', t('matrix.trustOf', { value: 1 })];
    case 'illWill':
      return [t('matrix.illWillOf', { value: 1 }), '0'];
    case 'change':
      return [t('matrix.lost', { full }), since, t('matrix.gained', { full })];
  }
}
