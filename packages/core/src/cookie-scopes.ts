/**
 * Gives every `Domain` under which a page of this host may have set a cookie, the host itself
 * first. Which of them is a public suffix only the browser knows: it ignores what it must.
 *
 * @param host Such as `www.shop.co.kr`; an IP address and `localhost` have none.
 */
export const cookieDomains = (host: string): readonly string[] => {
  if (/^[\d.]+$|:/.test(host)) return []
  const labels = host.split('.')
  return labels.map((_, at) => labels.slice(at).join('.')).slice(0, -1)
}

/** Gives every `Path` under which a page at this path may have set a cookie, `/` first. */
export const cookiePaths = (path: string): readonly string[] => {
  const parts = path.split('/').filter(Boolean)
  return ['/', ...parts.flatMap((_, at) => [0, 1].map(end => prefix(parts, at, end)))]
}

const prefix = (parts: readonly string[], at: number, slash: number): string =>
  `/${parts.slice(0, at + 1).join('/')}${'/'.repeat(slash)}`
