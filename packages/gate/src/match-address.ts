/**
 * Says whether an address belongs to a service. Hosts are compared as host names and paths segment
 * by segment, never as substrings: neither `google-analytics.com.evil.test` nor
 * `/?u=google-analytics.com` is Google's.
 *
 * @param pattern `host` or `host/path`; `*.` before the host takes its sub-domains in, and a
 *   pattern that begins with `/` is a path of the page's own host.
 */
export const matchesAddress = (pattern: string, url: URL): boolean => {
  const [host = '', ...path] = pattern.replace(/\/$/, '').split('/')
  return matchesHost(host, url) && `${url.pathname}/`.startsWith(['', ...path, ''].join('/'))
}

const matchesHost = (host: string, url: URL): boolean => {
  if (host === '') return url.host === location.host
  const name = url.hostname.replace(/\.$/, '')
  return host.startsWith('*') ? `.${name}`.endsWith(host.slice(1)) : name === host
}
