/**
 * Says whether an address belongs to a service. Hosts are compared as host names and paths segment
 * by segment, never as substrings: neither `google-analytics.com.evil.test` nor
 * `/?u=google-analytics.com` is Google's.
 *
 * @param pattern `host` or `host/path`, in lower case; `*.` before the host takes its sub-domains
 *   in. Or an address, whole or beginning with `/`: what lies below it.
 */
export const matchesAddress = (pattern: string, url: URL): boolean => {
  if (/^\/|:\/\//.test(pattern)) {
    const { host, pathname } = new URL(pattern, location.href)
    return url.host === host && isBelow(pathname, url)
  }
  const [host = '', ...path] = pattern.split('/')
  const name = (host.includes(':') ? url.host : url.hostname).replace(/\.$/, '')
  const isHost = host.startsWith('*.') ? `.${name}`.endsWith(host.slice(1)) : name === host
  return isHost && isBelow(`/${path.join('/')}`, url)
}

const isBelow = (path: string, url: URL): boolean =>
  `${url.pathname}/`.startsWith(`${path.replace(/\/$/, '')}/`)
