import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../i18n/index.ts';
import type { RunView } from '../run-view/run-view.ts';
import { glyphPath } from '../ui/glyphs.tsx';
import { star } from '../ui/path.ts';
import { DRAWN_OBLIGATIONS, drawnObligationsOf, OBLIGATION_PATHS } from './obligations.ts';
import { FALLING, zigzag } from './strokes.ts';

const STAR = star(0, 0, 6);

/** What the signs of the network mean. It opens over the picture; Escape closes it. */
export function NetworkKey({ run }: { run: RunView }) {
  const details = useRef<HTMLDetailsElement>(null);
  const closeOn = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  const found = new Set(drawnObligationsOf(run).flat());
  const bound = DRAWN_OBLIGATIONS.filter((duty) => found.has(duty));
  const rounds = run.clock.rounds ? 'yes' : 'no';
  return (
    <details class="network-key" ref={details} onKeyDown={closeOn}>
      <summary>{t('network.key')}</summary>
      {/* It scrolls where there is little room, so the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="network-sheet" aria-label={t('network.keyTitle')} tabIndex={0}>
        <ul>
          <Row says={t('network.strength')}>
            <circle class="disc" cx="16" cy="10" r="6" />
            <circle class="disc" cx="30" cy="10" r="3" />
          </Row>
          <Row says={t('network.member')}>
            <Ringed />
          </Row>
          <Row says={t('network.short')}>
            <Ringed short />
          </Row>
          <Row says={t('network.trust')}>
            <path class="tie" d="M4 6H40" stroke-width="1.2" stroke-opacity="0.45" />
            <path class="tie" d="M4 14H40" stroke-width="4" stroke-opacity="0.8" />
          </Row>
          <Row says={t('network.falling', { rounds })}>
            <path class="tie falling" d="M4 10H40" stroke-width="2.4" stroke-opacity="0.7" />
            <path class="falls" d={FALLING} transform="translate(22 10)" />
          </Row>
          <Row says={t('network.war')}>
            <path class="war" d="M4 10H40" />
            <path class="war-core" d="M4 10H40" />
            <path class="glyph-war" d={glyphPath('war')} transform="translate(14 2)" />
          </Row>
          <Row says={t('network.warLine')}>
            <path class="war-attacks" d={STAR} transform="translate(13 10)" />
            <path class="war-defends" d={STAR} transform="translate(31 10)" />
          </Row>
          <Row says={t('network.feud')}>
            <polyline class="tie feud" points={zigzag([4, 10], [40, 10]).join(' ')} stroke-width="1.4" />
          </Row>
        </ul>
        {bound.length > 0 ? (
          <div>
            <h2>{t('network.binds')}</h2>
            <ul>
              {bound.map((duty) => (
                <Row key={duty} says={t(`network.${duty}`)}>
                  <path class="duty" d={OBLIGATION_PATHS[duty]} transform="translate(14 2) scale(1.3)" />
                </Row>
              ))}
            </ul>
          </div>
        ) : null}
      </section>
    </details>
  );
}

const Row = ({ says, children }: { says: string; children: ComponentChildren }) => (
  <li>
    <svg class="node" viewBox="0 0 44 20" width="44" height="20" aria-hidden="true">
      {children}
    </svg>
    {says}
  </li>
);

const Ringed = ({ short = false }: { short?: boolean }) => (
  <>
    <circle class="disc" cx="22" cy="10" r="5" />
    <circle class={short ? 'ring short hue-4' : 'ring whole hue-4'} cx="22" cy="10" r="8" />
  </>
);
