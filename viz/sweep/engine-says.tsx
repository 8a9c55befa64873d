import { engineSentence } from '../i18n/engine-sentences.ts';
import { language } from '../i18n/index.ts';

/** A sentence of the engine in the language of the page; in English, and marked so, where it has no words for it. */
export function EngineSays({ sentence }: { sentence: string }) {
  const { text, isTranslated } = engineSentence(sentence);
  return <span lang={isTranslated || language.value === 'en' ? undefined : 'en'}>{text}</span>;
}
