/**
 * Names of cookies and storage keys that the Open Cookie Database lacks or calls functional, with
 * links to the sources. Names are divided by blanks; one that ends in `*` is a prefix.
 *
 * Kakao is missing: the names that can be found, such as `_kawlt`, are of its login.
 */
export const MORE_COOKIE_NAMES: Readonly<Record<string, string>> = {
  // `wcs_bt` stands in the vendor's script `wcslog.js`, the other two in the guide of its agency.
  // https://wcs.naver.net/wcslog.js
  // https://navercts.gitbook.io/guide/gather_description
  'Naver Analytics': 'wcs_bt NA_SA NA_DA',
  // https://github.com/prebid/Prebid.js/blob/07a13b235198fc92b35f886b631340fcd146f74c/modules/criteoIdSystem.js
  Criteo: 'cto_bundle cto_bidid',
  // https://www.linkedin.com/legal/l/cookie-table
  LinkedIn: 'li_fat_id',
  // https://experienceleague.adobe.com/en/docs/core-services/interface/data-collection/cookies/web-sdk
  'Adobe Analytics': 'kndctr_*',
}
