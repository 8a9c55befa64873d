/** A treaty that history records, by the name that people use. */
interface KnownTreaty {
  name: string;
  /** Ids of those who founded it. */
  founders: readonly string[];
  /** The weightiest thing that its members owed each other. */
  obligation: 'defence' | 'neutrality' | 'nonaggression' | 'consultation';
  /** Years in which it was in force; before our era as negative numbers. */
  from: number;
  to: number;
}

/**
 * Names by which people call the actors of a history in short, and the treaties among them. A run that founds such a treaty calls
 * it so. They are no part of a scenario: they change nothing in a run. Dates and kinds after the standard chronologies; alliances
 * of 1879–1914 as in ATOP 5.1 (Leeds et al. 2002).
 */
export const knownNames: Readonly<
  Record<string, { actors: Readonly<Record<string, string>>; treaties: readonly KnownTreaty[] }>
> = {
  'europe-1879-1914': {
    actors: {
      GBR: 'Britain',
      FRA: 'France',
      GER: 'Germany',
      AUH: 'Austria',
      ITA: 'Italy',
      RUS: 'Russia',
      JPN: 'Japan',
    },
    treaties: [
      { name: 'Dual Alliance', founders: ['GER', 'AUH'], obligation: 'defence', from: 1879, to: 1915 },
      { name: 'Cyprus Convention', founders: ['GBR', 'OTT'], obligation: 'defence', from: 1878, to: 1880 },
      {
        name: 'Three Emperors’ League',
        founders: ['GER', 'AUH', 'RUS'],
        obligation: 'neutrality',
        from: 1881,
        to: 1887,
      },
      { name: 'Austro-Serbian Treaty', founders: ['AUH', 'SRB'], obligation: 'neutrality', from: 1881, to: 1895 },
      { name: 'Triple Alliance', founders: ['GER', 'AUH', 'ITA'], obligation: 'defence', from: 1882, to: 1915 },
      { name: 'Austro-Romanian Alliance', founders: ['AUH', 'ROM'], obligation: 'defence', from: 1883, to: 1915 },
      { name: 'German-Romanian Alliance', founders: ['GER', 'ROM'], obligation: 'defence', from: 1883, to: 1915 },
      { name: 'Mediterranean Agreement', founders: ['GBR', 'ITA'], obligation: 'consultation', from: 1887, to: 1896 },
      { name: 'Reinsurance Treaty', founders: ['GER', 'RUS'], obligation: 'neutrality', from: 1887, to: 1890 },
      { name: 'Franco-Russian Entente', founders: ['FRA', 'RUS'], obligation: 'consultation', from: 1891, to: 1894 },
      { name: 'Franco-Russian Alliance', founders: ['FRA', 'RUS'], obligation: 'defence', from: 1894, to: 1915 },
      { name: 'Austro-Russian Agreement', founders: ['AUH', 'RUS'], obligation: 'consultation', from: 1897, to: 1908 },
      { name: 'Anglo-Japanese Alliance', founders: ['GBR', 'JPN'], obligation: 'defence', from: 1902, to: 1915 },
      { name: 'Prinetti–Barrère Agreement', founders: ['FRA', 'ITA'], obligation: 'neutrality', from: 1902, to: 1915 },
      { name: 'Entente Cordiale', founders: ['GBR', 'FRA'], obligation: 'consultation', from: 1904, to: 1915 },
      { name: 'Anglo-Russian Entente', founders: ['GBR', 'RUS'], obligation: 'consultation', from: 1907, to: 1915 },
      { name: 'Triple Entente', founders: ['GBR', 'FRA', 'RUS'], obligation: 'consultation', from: 1907, to: 1915 },
      { name: 'Franco-Japanese Treaty', founders: ['FRA', 'JPN'], obligation: 'consultation', from: 1907, to: 1915 },
      { name: 'Russo-Japanese Treaty', founders: ['RUS', 'JPN'], obligation: 'consultation', from: 1907, to: 1915 },
      { name: 'Racconigi Bargain', founders: ['ITA', 'RUS'], obligation: 'consultation', from: 1909, to: 1915 },
      { name: 'German-Ottoman Alliance', founders: ['GER', 'OTT'], obligation: 'defence', from: 1914, to: 1915 },
    ],
  },
  'delian-league': {
    actors: { LES: 'Lesbos', SPA: 'Sparta', PER: 'Persia' },
    treaties: [
      { name: 'Peace of Callias', founders: ['ATH', 'PER'], obligation: 'nonaggression', from: -449, to: -412 },
      { name: 'Thirty Years’ Peace', founders: ['ATH', 'SPA'], obligation: 'nonaggression', from: -446, to: -431 },
      { name: 'Peace of Nicias', founders: ['ATH', 'SPA'], obligation: 'nonaggression', from: -421, to: -414 },
      { name: 'Treaty of Miletus', founders: ['SPA', 'PER'], obligation: 'defence', from: -412, to: -404 },
    ],
  },
  nato: {
    actors: {
      GER: 'Germany',
      BNL: 'Benelux',
      NOR: 'Nordic members',
      CEE: 'Central Europe',
      SEE: 'Balkan states',
      BLT: 'Baltic states',
    },
    treaties: [
      { name: 'Pact of Madrid', founders: ['USA', 'ESP'], obligation: 'defence', from: 1953, to: 1988 },
      { name: 'Élysée Treaty', founders: ['FRA', 'GER'], obligation: 'consultation', from: 1963, to: 2025 },
      { name: 'Weimar Triangle', founders: ['FRA', 'GER', 'POL'], obligation: 'consultation', from: 1991, to: 2025 },
      { name: 'Visegrád Group', founders: ['POL', 'CEE'], obligation: 'consultation', from: 1991, to: 2025 },
      { name: 'Lancaster House Treaties', founders: ['GBR', 'FRA'], obligation: 'defence', from: 2010, to: 2025 },
    ],
  },
};
