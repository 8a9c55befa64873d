/** Parts that tools append to addresses, to see who followed them. */
const TRACKING =
  /^(?:utm_\w+|[gdy]s?clid|gclsrc|gad_\w+|gbraid|wbraid|fbclid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|srsltid|mc_[ce]id|_hs\w+|__hs\w+|vero_\w+|oly_(?:anon|enc)_id|mkt_tok|ref|ref_src|ref_url|_ga|_gl|_branch_match_id|epik|rb_clickid|s_cid|wickedid|_openstat|pk_\w+|mtm_\w+|hsa_\w+|fb_\w+|trk|cmpid)=/i;

/** The parts of a link between its separators, without those that count visitors. A question mark before a key separates too. */
export const trackingFree = (link: string): string[] =>
  link
    .slice(1)
    .split(/&|\?(?=[\w.-]+=)/)
    .filter((part) => part !== '' && !TRACKING.test(part));
