import './glossary.css';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { GlossaryEntry, GlossaryGroup } from '../i18n/glossary.ts';
import { t } from '../i18n/index.ts';
import { usePanels } from '../store/panels.ts';
import { useGlossary } from './use-glossary.ts';

/** Words of the field, by what they are about. */
export function GlossaryScreen() {
  const { term } = usePanels();
  const glossary = useGlossary(true);
  const sought = useSignal('');
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!glossary || !term.value) return;
    const found = document.getElementById(`term-${term.value}`);
    found?.scrollIntoView({ block: 'center' });
    found?.focus();
  }, [glossary, term.value]);
  return (
    <main class="page glossary" ref={place}>
      <h2>{t('terms.title')}</h2>
      <p class="intro">{t('terms.intro')}</p>
      <label class="search">
        <span class="unseen">{t('terms.search')}</span>
        <input
          id="find-term"
          type="search"
          placeholder={t('terms.search')}
          value={sought.value}
          maxLength={60}
          onInput={(event) => {
            sought.value = event.currentTarget.value;
          }}
        />
      </label>
      {glossary ? (
        <Found glossary={glossary} sought={sought.value} />
      ) : (
        <p role="status">{t(glossary === null ? 'terms.failed' : 'terms.coming')}</p>
      )}
    </main>
  );
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a term has the text in its name or its meaning, whatever its accents and capitals. */
export const isFound = ({ name, says }: { name: string; says: string }, text: string): boolean =>
  folded(`${name} ${says}`).includes(folded(text.trim()));

function Found({ glossary, sought }: { glossary: readonly GlossaryEntry[]; sought: string }) {
  const found = glossary.filter((entry) => isFound(entry, sought));
  if (found.length === 0) return <p role="status">{t('terms.none', { text: sought })}</p>;
  return (
    <div class="glossary-groups">
      {[...new Set(found.map(({ group }) => group))].map((group) => (
        <Terms key={group} group={group} entries={found.filter((one) => one.group === group)} />
      ))}
    </div>
  );
}

function Terms({ group, entries }: { group: GlossaryGroup; entries: readonly GlossaryEntry[] }) {
  return (
    <section aria-labelledby={`terms-${group}`}>
      <h3 id={`terms-${group}`}>{t(`terms.${group}`)}</h3>
      <dl>
        {entries.map(({ id, name, says, source }) => (
          <div key={id} class="glossary-term" id={`term-${id}`} tabIndex={-1}>
            <dt>{name}</dt>
            <dd>
              {says} {source ? <cite>{source}</cite> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
