/**
 * Matches a valid pattern of addresses: `host`, `*.host`, `host.*`, `host/path?name=value`, `/path`
 * or a whole URL.
 */
export const ADDRESS_PATTERN: RegExp =
  /^((https?:\/\/|\*\.)?[a-z\d][a-z\d.-]*(\.\*|:\d+)?([/?][!-~]*)?|\/[!-~]*)$/
