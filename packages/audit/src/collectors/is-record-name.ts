/**
 * Matches names of records of the visitor's answer.
 *
 * @see https://developers.hubspot.com/docs/api-reference/latest/account/settings/consent-banner/consent-banner-api
 */
const RECORD =
  /consent|opt_?(in|out)|privacy|gdpr|ccpa|gpc|banner|do_?not_?track|ignore|cookie_?(cat|pref|choice|law|notice|policy)/i

/**
 * Says whether a cookie or key is, by its name, a record of the visitor's answer. A site may store
 * such a record after a refusal, whoever wrote it: HubSpot's banner stores `__hs_opt_out`.
 */
export const isRecordName = (name: string): boolean => RECORD.test(name)
