/**
 * Matches a valid pattern of addresses: `host`, `*.host`, `host.*`, `host/path?name=value`, `/path`,
 * a whole URL, or `*` for any host with a parameter.
 */
export const ADDRESS_PATTERN: RegExp =
  /^((https?:\/\/|\*\.)?[a-z\d][a-z\d.-]*(\.\*|:\d+)?([/?][!-~]*)?|\/[!-~]*|\*(\/[!-~]*)?\?[!-~]+)$/
