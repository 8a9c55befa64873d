import type { ComponentType } from 'preact';
import { t } from '../i18n/index.ts';
import { useLazy } from './lazy.ts';

/** How a part of the page is fetched. */
export type Load<Props> = () => Promise<{ View: ComponentType<Props> }>;

interface InPlaceOf<Props> {
  load: Load<Props>;
  of: Props;
}

/** A part of the page that comes when it is first wanted, where it is to stand; a sentence there if it cannot be fetched. */
export function LazyPart<Props extends object>({ load, of }: InPlaceOf<Props>) {
  const outcome = useLazy(load, true);
  if (!outcome) return null;
  if ('came' in outcome) return <outcome.came.View {...of} />;
  return (
    <p class="missing" role="status">
      {t('app.partFailed')}
    </p>
  );
}
