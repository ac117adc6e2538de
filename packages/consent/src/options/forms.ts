// The patterns of valid text. Each pattern is a constant, so that a bundle contains only the
// patterns that it uses.

/**
 * Matches an address: https, http on localhost, or relative to the page. ASCII spaces, control
 * characters and backslashes are invalid, since URL parsers drop or convert them.
 */
export const ADDRESS: RegExp =
  /^(?=[!-[\]-~\u00a1-\uffff]+$)(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?([/?#]|$)|(?!\/\/|[^/?#]*:))/i

/** Matches `G-…` of Google Analytics 4 and `GT-…` of a Google tag, not the example `G-XXXXXXX`. */
export const GA: RegExp = /^GT?-(?!X+$)[A-Z\d]+$/

/** Matches the id of a Tag Manager container, not the example `GTM-XXXXXXX`. */
export const GTM: RegExp = /^GTM-(?!X+$)[A-Z\d]+$/

/** Matches an address without a query: the SDK and Google's tag append paths to it. */
export const SERVER: RegExp =
  /^(https:\/\/\w|http:\/\/(localhost|127\.0\.0\.1)(?=[:/]|$)|\/\w)[\w./:-]*$/i

/** Matches a name for a global variable that does not begin with `__`, as `__proto__` does. */
export const LAYER: RegExp = /^(?!__)[a-z_$][\w$]*$/i

/** Matches the id of Google Ads or of AdSense. */
export const ADS: RegExp = /^(AW-\d+|ca-pub-\d+)$/

/** Matches the address of a script: https, http on localhost, or a path. */
export const SRC: RegExp =
  /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/|\/(?!\/))[!-[\]-~]+$/

/** Matches a day in the form `2024-01-18`, such as that on which a policy came into force. */
export const DATE: RegExp = /^\d{4}-\d\d-\d\d$/

/** Matches the version of a policy: 1 to 40 printable ASCII characters. */
export const POLICY_VERSION: RegExp = /^[ -~]{1,40}$/

/** Matches the number of days for which a decision counts: 1 to 400. */
export const COOKIE_DAYS: RegExp = /^([1-9]\d?|[123]\d\d|400)$/

/** Matches a whole number of at most ten digits, for `z-index`. */
export const WHOLE: RegExp = /^-?\d{1,10}$/

/** Matches text that looks like a BCP 47 tag, such as `ko-KR`. Sites pass any text: `ko_KR`. */
export const LANGUAGE: RegExp = /^[a-z]+(-[a-z\d]+)*$/i

/** Matches any text. */
export const ANY: RegExp = /^/

/** Says whether a host is a domain or below it. The domain may have a dot before it. */
export const isUnder = (host: string, domain: string): boolean =>
  `.${host}`.endsWith(domain.toLowerCase().replace(/^\.?/, '.'))
