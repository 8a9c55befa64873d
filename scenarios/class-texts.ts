type Texts = Readonly<Record<string, string>>;

/** What a class reads of a scenario in another language than the file’s, by scenario; loaded when a class asks for it. */
const spanish: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  'europe-1879-1914': () => import('./es/europe-1879-1914.json'),
  'delian-league': () => import('./es/delian-league.json'),
  nato: () => import('./es/nato.json'),
};

/** The texts of `classroom` and `teaching` in that language, by path; none where the file’s own English is all there is. */
export async function classTexts(scenario: string, language: string): Promise<Texts> {
  if (language !== 'es' || !Object.hasOwn(spanish, scenario)) return {};
  return (await spanish[scenario]!()).default;
}
